import { EXPORT_FORMATS, type ExportId } from '../../core/export/exportFormats'
import type { LeftOutCode } from '../../core/export/exporter'
import type { MessageKey } from '../i18n/messages/en'

interface ExportChoice {
  readonly label: MessageKey
  readonly hint: MessageKey
  /** How its file ends, where it is one. */
  readonly ending?: string
}

/** What a person reads of each format, in the order of the page: what is sealed stands first. */
export const EXPORT_CHOICES = {
  'aegis-sealed': { label: 'export.aegisSealed', hint: 'export.aegisHint', ending: 'json' },
  'twofas-sealed': { label: 'export.twofasSealed', hint: 'export.twofasHint', ending: '2fas' },
  google: { label: 'export.google', hint: 'export.googleHint' },
  otpauth: { label: 'export.otpauth', hint: 'export.otpauthHint', ending: 'txt' },
  aegis: { label: 'export.aegis', hint: 'export.aegisHint', ending: 'json' },
  twofas: { label: 'export.twofas', hint: 'export.twofasHint', ending: '2fas' },
  bitwarden: { label: 'export.bitwarden', hint: 'export.bitwardenHint', ending: 'json' },
  sheet: { label: 'export.sheet', hint: 'export.sheetHint' },
} as const satisfies Record<ExportId, ExportChoice>

export const LEFT_OUT = {
  'type-unknown': 'export.leftType',
  'digits-unknown': 'export.leftDigits',
  'period-unknown': 'export.leftPeriod',
  'too-long': 'export.leftLong',
  changed: 'export.leftChanged',
} as const satisfies Record<LeftOutCode, MessageKey>

/** `sandi-aegis-2026-01-15.json`, by the person's calendar. */
export function exportFileName(exportAs: ExportId, now: number): string {
  const day = new Date(now)
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  const date = parts.map((part) => String(part).padStart(2, '0')).join('-')
  const choice: ExportChoice = EXPORT_CHOICES[exportAs]
  return `sandi-${exportAs.replace('-sealed', '')}-${date}.${choice.ending ?? 'txt'}`
}

export function isSealed(exportAs: ExportId): boolean {
  return EXPORT_FORMATS[exportAs].isSealed
}
