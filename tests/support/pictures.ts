import type { Pixels } from '@/utils/core/qr/qrReading'

// What happens to a picture of a QR code on its way to a screen, each as a function of the picture.

const EDGE = 60

type Shade = readonly [red: number, green: number, blue: number, alpha?: number]

/** The picture with space around it, in that shade of gray. */
export function drawn(picture: Pixels, shade = 255): Pixels {
  return inARow([picture], shade)
}

/** Pictures in a row, with space around each. */
export function inARow(pictures: readonly Pixels[], shade = 255): Pixels {
  const width = pictures.reduce((sum, picture) => sum + picture.width + EDGE, EDGE)
  const height = Math.max(...pictures.map((picture) => picture.height)) + 2 * EDGE
  let left = EDGE
  const starts = pictures.map((picture) => {
    const start = left
    left += picture.width + EDGE
    return start
  })
  return render(width, height, (x, y) => {
    const index = starts.findLastIndex((start) => x >= start)
    return pixelOf(pictures[index], x - (starts[index] ?? 0), y - EDGE) ?? [shade, shade, shade]
  })
}

/** Dark becomes one colour and light another; what is between stays between. */
export function recoloured(picture: Pixels, dark: Shade, light: Shade): Pixels {
  return render(picture.width, picture.height, (x, y) => {
    const [value = 255] = pixelOf(picture, x, y) ?? []
    return value < 128 ? dark : light
  })
}

/** The box, in shares of the picture's sides, is painted over in gray. */
export function covered(
  picture: Pixels,
  left: number,
  top: number,
  width: number,
  height: number,
): Pixels {
  const isIn = (place: number, from: number, length: number, size: number) =>
    place >= from * size && place < (from + length) * size
  return render(picture.width, picture.height, (x, y) =>
    isIn(x, left, width, picture.width) && isIn(y, top, height, picture.height)
      ? [170, 170, 170]
      : (pixelOf(picture, x, y) ?? []),
  )
}

export function turned(picture: Pixels, degrees: number): Pixels {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const size = Math.ceil(Math.max(picture.width, picture.height) * 1.5)
  const [centreX, centreY] = [picture.width / 2, picture.height / 2]
  return render(size, size, (x, y) => {
    const [dx, dy] = [x - size / 2, y - size / 2]
    const [fromX, fromY] = [centreX + dx * cos + dy * sin, centreY + dy * cos - dx * sin]
    return pixelOf(picture, Math.floor(fromX), Math.floor(fromY)) ?? [255, 255, 255]
  })
}

/** So many times as large, each pixel the mean of what it covers. */
export function sized(picture: Pixels, factor: number): Pixels {
  const steps = factor < 1 ? 4 : 1
  return render(Math.floor(picture.width * factor), Math.floor(picture.height * factor), (x, y) => {
    let sum = 0
    for (let step = 0; step < steps * steps; step++) {
      const fromX = Math.floor((x + ((step % steps) + 0.5) / steps) / factor)
      const fromY = Math.floor((y + (Math.floor(step / steps) + 0.5) / steps) / factor)
      sum += pixelOf(picture, fromX, fromY)?.[0] ?? 255
    }
    const mean = sum / steps ** 2
    return [mean, mean, mean]
  })
}

/** Three passes of a box of that radius, which is nearly a Gauss. */
export function blurred(picture: Pixels, radius: number): Pixels {
  let result = picture
  for (let pass = 0; pass < 3; pass++) {
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
    ] as const) {
      const source = result
      result = render(picture.width, picture.height, (x, y) => {
        let sum = 0
        for (let step = -radius; step <= radius; step++) {
          sum += pixelOf(source, x + dx * step, y + dy * step)?.[0] ?? 255
        }
        const mean = sum / (2 * radius + 1)
        return [mean, mean, mean]
      })
    }
  }
  return result
}

function render(
  width: number,
  height: number,
  shadeAt: (x: number, y: number) => readonly (number | undefined)[],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let index = 0; index < width * height; index++) {
    const [red = 255, green = 255, blue = 255, alpha = 255] = shadeAt(
      index % width,
      Math.floor(index / width),
    )
    data.set([red, green, blue, alpha], index * 4)
  }
  return { data, width, height }
}

function pixelOf(picture: Pixels | undefined, x: number, y: number): readonly number[] | undefined {
  if (!picture || x < 0 || y < 0 || x >= picture.width || y >= picture.height) return undefined
  const at = (y * picture.width + x) * 4
  return [...picture.data.subarray(at, at + 4)]
}
