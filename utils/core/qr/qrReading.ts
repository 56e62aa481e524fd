import type { Result } from '../result'

/** RGBA pixels, four bytes each, row by row: the shape of the platform's `ImageData`. */
export interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** A place in a picture, in its pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** One QR code of a picture: its text, and its corners from the upper left on, as the code is turned. */
export interface QrCode {
  readonly text: string
  readonly corners: readonly Point[]
}

/** What was read of one picture. `isComplete` is false where time ran out before everything was tried. */
export interface QrReading {
  readonly codes: readonly QrCode[]
  readonly isComplete: boolean
}

export type QrReadingCode =
  'image-unreadable' | 'image-too-large' | 'scan-timeout' | 'scan-cancelled' | 'unexpected'

export type QrReply = Result<QrReading, QrReadingCode>

export const MAX_PIXELS = 40_000_000
