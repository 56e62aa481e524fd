import { encode } from 'uqr'

const WIDTH = 640
const HEIGHT = 480
const FRAMES_EACH = 4
const GREY = 128
const WHITE = 235

/** A film (Y4M) for a camera, which shows one QR code after the other, over and over. */
export function drawFilm(texts: readonly string[]): Buffer {
  const frames = texts.flatMap((text) => Array<Buffer>(FRAMES_EACH).fill(drawFrame(text)))
  const header = `YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F5:1 Ip A1:1 C420jpeg\n`
  return Buffer.concat([
    Buffer.from(header),
    ...frames.flatMap((frame) => [Buffer.from('FRAME\n'), frame]),
  ])
}

/** Brightness of every pixel, then no colour at all at half the size, twice. */
function drawFrame(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const module = Math.floor(HEIGHT / size)
  const frame = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, GREY)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isDark = data[Math.floor(y / module)]?.[Math.floor(x / module)] === true
      frame[y * WIDTH + x] = isDark ? 0 : WHITE
    }
  }
  return frame
}
