import { fromBase64, toBase64, type Bytes } from '../core/bytes'
import type { Pixels } from '../core/qr/qrReading'
import { failure, success, type Result } from '../core/result'

export type ImageCode = 'image-unreadable' | 'image-too-large'

/** The pixels of an image given as a base64 data URL, as transparent as it is. */
export async function readImage(
  dataUrl: string,
  maxPixels: number,
): Promise<Result<Pixels, ImageCode>> {
  const [, type = '', base64 = ''] = /^data:(image\/[\w.+-]+);base64,(.*)$/su.exec(dataUrl) ?? []
  const bytes = fromBase64(base64)
  return bytes ? readImageBytes(bytes, maxPixels, type) : failure('image-unreadable')
}

/** The same for the bytes of an image file, which say themselves of what type they are. */
export async function readImageBytes(
  bytes: Bytes,
  maxPixels: number,
  type = '',
): Promise<Result<Pixels, ImageCode>> {
  if (bytes.length === 0) return failure('image-unreadable')
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => undefined)
  if (!bitmap) return failure('image-unreadable') // not an image, whatever its name says
  const { width, height } = bitmap
  if (width * height > maxPixels) {
    bitmap.close()
    return failure('image-too-large', { max: maxPixels / 1e6 })
  }
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) return failure('image-unreadable')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return success(context.getImageData(0, 0, width, height))
}

/** A file of this extension. */
export async function readOwnFile(path: string): Promise<ArrayBuffer> {
  return (await fetch(path)).arrayBuffer()
}

/** A picture made small, as the `data:` URL of a PNG; `undefined` when the browser cannot open it. */
export async function shrinkImage(dataUrl: string, size: number): Promise<string | undefined> {
  const bytes = fromBase64(dataUrl.replace(/^data:[^,]{0,100},/u, ''))
  const bitmap = bytes && (await createImageBitmap(new Blob([bytes])).catch(() => undefined))
  const canvas = new OffscreenCanvas(size, size)
  const context = canvas.getContext('2d')
  if (!bitmap || !context) return undefined
  const scale = Math.min(size / bitmap.width, size / bitmap.height)
  const [width, height] = [bitmap.width * scale, bitmap.height * scale]
  context.drawImage(bitmap, (size - width) / 2, (size - height) / 2, width, height)
  bitmap.close()
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return `data:image/png;base64,${toBase64(new Uint8Array(await blob.arrayBuffer()))}`
}
