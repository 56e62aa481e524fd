import { encodeQr, type QrPicture } from '../../core/qr/encodeQr'

/** The QR code of a setup link; `undefined` where it is longer than the largest one holds. */
export function drawLink(link: string): QrPicture | undefined {
  try {
    return encodeQr(link)
  } catch {
    return undefined
  }
}
