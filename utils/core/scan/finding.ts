/** Where something was found: how it was written there, and how the screen shows it. */
export interface ScanOrigin {
  readonly kind: 'qr' | 'link' | 'key'
  readonly place: 'visible' | 'partly' | 'outside'
}

/** One text of a page, a picture or a paste. */
export interface Finding {
  readonly text: string
  readonly origin: ScanOrigin
}
