import type { Pixels } from './qrReading'

/** Brightness only, one byte a pixel. */
export interface Gray {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** A pixel as one number, its alpha in the highest byte: every browser is little-endian. */
function toWords({ data }: Pixels): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.byteLength >> 2)
}

export function hasTransparency(pixels: Pixels): boolean {
  const words = toWords(pixels)
  // By index: an iterator would take ten times as long.
  for (let index = words.length - 1; index >= 0; index--) {
    if ((words[index] as number) < 0xff000000) return true
  }
  return false
}

/** What a person sees of the picture on a page of that shade. */
export function flattenOver({ data, width, height }: Pixels, shade: number): Pixels {
  const flat = new Uint8ClampedArray(data.length)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 255) / 255
    for (let channel = at; channel < at + 3; channel++) {
      flat[channel] = (data[channel] ?? 0) * alpha + shade * (1 - alpha)
    }
    flat[at + 3] = 255
  }
  return { data: flat, width, height }
}

export function toGray(pixels: Pixels): Gray {
  const { width, height } = pixels
  const words = toWords(pixels)
  const gray = new Uint8Array(width * height)
  for (let index = 0; index < gray.length; index++) {
    const word = words[index] as number
    gray[index] =
      ((word & 0xff) * 77 + ((word >> 8) & 0xff) * 150 + ((word >> 16) & 0xff) * 29) >> 8
  }
  return { data: gray, width, height }
}

/** Half the size, each pixel the mean of four. */
export function halve({ data, width, height }: Gray): Gray {
  const [halfWidth, halfHeight] = [width >> 1, height >> 1]
  const half = new Uint8Array(halfWidth * halfHeight)
  for (let y = 0, to = 0; y < halfHeight; y++) {
    for (let from = 2 * y * width, end = to + halfWidth; to < end; to++, from += 2) {
      half[to] =
        ((data[from] as number) +
          (data[from + 1] as number) +
          (data[from + width] as number) +
          (data[from + width + 1] as number) +
          2) >>
        2
    }
  }
  return { data: half, width: halfWidth, height: halfHeight }
}

/** Twice the size, with the means between. */
export function double({ data, width, height }: Gray): Gray {
  const large = new Uint8Array(width * height * 4)
  const stride = width * 2
  for (let y = 0, at = 0; y < height; y++) {
    const down = y + 1 < height ? width : 0
    for (let x = 0; x < width; x++, at++) {
      const right = x + 1 < width ? 1 : 0
      const [a, b] = [data[at] as number, data[at + right] as number]
      const [c, d] = [data[at + down] as number, data[at + down + right] as number]
      const to = 2 * y * stride + 2 * x
      large[to] = a
      large[to + 1] = (a + b) >> 1
      large[to + stride] = (a + c) >> 1
      large[to + stride + 1] = (a + b + c + d) >> 2
    }
  }
  return { data: large, width: stride, height: height * 2 }
}

/** What differs from its neighbours differs twice as much. */
export function sharpen({ data, width, height }: Gray): Gray {
  const sharp = new Uint8Array(data)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const around =
        (data[at - 1] as number) +
        (data[at + 1] as number) +
        (data[at - width] as number) +
        (data[at + width] as number)
      sharp[at] = Math.min(255, Math.max(0, 5 * (data[at] as number) - around))
    }
  }
  return { data: sharp, width, height }
}

export function toPixels({ data, width, height }: Gray): Pixels {
  const words = new Uint32Array(data.length)
  for (let at = 0; at < words.length; at++)
    words[at] = 0xff000000 | ((data[at] as number) * 0x10101)
  return { data: new Uint8ClampedArray(words.buffer), width, height }
}

/** The brightness between pixels; what is outside of the picture is white, as paper would be. */
export function brightnessAt({ data, width, height }: Gray, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const isInside = column >= 0 && row >= 0 && column < width && row < height
    return isInside ? (data[row * width + column] as number) : 255
  }
  const [right, down] = [x - 0.5 - left, y - 0.5 - top]
  const at = top * width + left
  const above = (data[at] as number) * (1 - right) + (data[at + 1] as number) * right
  const below =
    (data[at + width] as number) * (1 - right) + (data[at + width + 1] as number) * right
  return above * (1 - down) + below * down
}
