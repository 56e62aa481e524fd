import { failure, success, type Result } from '../core/result'

/** A chosen, dropped or pasted picture as a data URL. What is no picture is refused unread. */
export function readDataUrl(file: Blob): Promise<Result<string, 'image-unreadable'>> {
  if (!file.type.startsWith('image/')) return Promise.resolve(failure('image-unreadable'))
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(
        typeof reader.result === 'string' ? success(reader.result) : failure('image-unreadable'),
      )
    }
    reader.onerror = () => {
      resolve(failure('image-unreadable')) // the file went away or may not be read
    }
    reader.readAsDataURL(file)
  })
}
