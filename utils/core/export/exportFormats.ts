/** Every format that can be written. `isSealed` needs a password and shows nothing; the rest is plain. */
export const EXPORT_FORMATS = {
  'aegis-sealed': { isSealed: true, isFile: true },
  'twofas-sealed': { isSealed: true, isFile: true },
  google: { isSealed: false, isFile: false },
  otpauth: { isSealed: false, isFile: true },
  aegis: { isSealed: false, isFile: true },
  twofas: { isSealed: false, isFile: true },
  bitwarden: { isSealed: false, isFile: true },
  sheet: { isSealed: false, isFile: false },
} as const satisfies Record<string, ExportFormat>

export interface ExportFormat {
  readonly isSealed: boolean
  /** A file, or QR codes to look at. */
  readonly isFile: boolean
}
export type ExportId = keyof typeof EXPORT_FORMATS

// The keys of the record above, which Object.keys forgets.
export const EXPORT_IDS = Object.keys(EXPORT_FORMATS) as readonly ExportId[]
