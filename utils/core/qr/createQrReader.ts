import { success, type Result } from '../result'
import { createJsqrReader } from './jsqr'
import { MAX_PIXELS, type Pixels, type QrReply } from './qrReading'
import { readQrCodes, type ReadSymbols } from './readQrCodes'
import { createZxingReader } from './zxing'

/** Then it gives up with what it has: the worker that it runs in is ended some time after. */
const TIME_BUDGET_MS = 2000

interface ReaderOptions<Image> {
  readonly wasm: Promise<ArrayBuffer>
  readonly readImage: (
    image: Image,
    maxPixels: number,
  ) => Promise<Result<Pixels, 'image-unreadable' | 'image-too-large'>>
  readonly readClock: () => number
}

/** Reads pictures, in whatever form they come; the decoder is started at once, so that it is ready when asked. */
export function createQrReader<Image = string>({
  wasm,
  readImage,
  readClock,
}: ReaderOptions<Image>) {
  const decoder = startDecoder(wasm)
  return async (picture: Image): Promise<QrReply> => {
    const image = await readImage(picture, MAX_PIXELS)
    if (!image.ok) return image
    const readSymbols = await decoder
    const end = readClock() + TIME_BUDGET_MS
    return success(
      await readQrCodes(image.value, { readSymbols, hasTime: () => readClock() < end }),
    )
  }
}

/** Where WebAssembly does not start, the smaller decoder does its work, and finds less. */
function startDecoder(wasm: Promise<ArrayBuffer>): Promise<ReadSymbols> {
  return wasm.then(createZxingReader).catch(() => createJsqrReader())
}
