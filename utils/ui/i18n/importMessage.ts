import type { EntryCode, FileCode } from '../../core/import/importer'
import type { Detail } from '../../protocol/views'
import { errorMessage, type RequestCode } from './errorMessage'
import { t } from './i18n'
import type { MessageKey } from './messages/en'

/** Why a file or an entry of it is not read; two of them are said by the page itself. */
export type ImportCode = FileCode | EntryCode | 'stopped' | 'too-slow'

type OwnCode = Exclude<ImportCode, RequestCode>

const KEYS = {
  'file-empty': 'import.e.file-empty',
  'file-too-large': 'import.e.file-too-large',
  'file-unknown': 'import.e.file-unknown',
  'own-backup': 'import.e.own-backup',
  'file-damaged': 'import.e.file-damaged',
  'file-too-deep': 'import.e.file-too-deep',
  'too-many-entries': 'import.e.too-many-entries',
  'zip-damaged': 'import.e.zip-damaged',
  'zip-too-large': 'import.e.zip-too-large',
  'password-needed': 'import.e.password-needed',
  'wrong-password': 'import.e.wrong-password',
  'account-restricted': 'import.e.account-restricted',
  'pgp-encrypted': 'import.e.pgp-encrypted',
  'app-locked': 'import.e.app-locked',
  'pdf-unsupported': 'import.e.pdf-unsupported',
  'columns-needed': 'import.e.columns-needed',
  'kdf-too-expensive': 'import.e.kdf-too-expensive',
  'kdf-unknown': 'import.e.kdf-unknown',
  'out-of-memory': 'import.e.out-of-memory',
  'no-entries': 'import.e.no-entries',
  stopped: 'import.e.stopped',
  'too-slow': 'import.e.too-slow',
  'entry-damaged': 'import.e.entry-damaged',
  'entry-trashed': 'import.e.entry-trashed',
  'type-unsupported': 'import.e.type-unsupported',
  'line-not-otpauth': 'import.e.line-not-otpauth',
} as const satisfies Record<OwnCode, MessageKey>

/** The sentence for a file or an entry that cannot be imported. */
export function importMessage(code: ImportCode, detail: Detail = {}): string {
  return isOwn(code) ? t(KEYS[code], detail) : errorMessage(code, detail)
}

function isOwn(code: ImportCode): code is OwnCode {
  return code in KEYS
}
