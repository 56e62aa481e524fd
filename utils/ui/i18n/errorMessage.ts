import type { Detail, RequestCode } from '../../protocol/requests'
import { t } from './i18n'
import type { MessageKey } from './messages/en'

export type { RequestCode }

// One line per code: a new code does not compile until it has a sentence.
const KEYS = {
  locked: 'error.locked',
  'wrong-passphrase': 'error.wrong-passphrase',
  throttled: 'error.throttled',
  'recovery-length': 'error.recovery-length',
  'recovery-character': 'error.recovery-character',
  'recovery-check': 'error.recovery-check',
  'wrong-recovery-code': 'error.wrong-recovery-code',
  'wrong-backup-passphrase': 'error.wrong-backup-passphrase',
  'backup-unknown': 'error.backup-unknown',
  'backup-too-large': 'error.backup-too-large',
  'backup-damaged': 'error.backup-damaged',
  'backup-too-new': 'error.backup-too-new',
  'backup-unsound': 'error.backup-unsound',
  'vault-damaged': 'error.vault-damaged',
  'vault-too-new': 'error.vault-too-new',
  'vault-exists': 'error.vault-exists',
  'vault-missing': 'error.vault-missing',
  'passphrase-empty': 'error.passphrase-empty',
  'passphrase-needed': 'error.passphrase-needed',
  'kdf-unsound': 'error.kdf-unsound',
  'write-failed': 'error.write-failed',
  'storage-full': 'error.storage-full',
  conflict: 'error.conflict',
  'snapshot-missing': 'error.snapshot-missing',
  'aside-missing': 'error.aside-missing',
  'account-missing': 'error.account-missing',
  'draft-missing': 'error.draft-missing',
  'not-hotp': 'error.not-hotp',
  'request-refused': 'error.request-refused',
  unexpected: 'error.unexpected',

  'type-unknown': 'error.type-unknown',
  'secret-missing': 'error.secret-missing',
  'secret-not-base32': 'error.secret-not-base32',
  'secret-too-long': 'error.secret-too-long',
  'algorithm-unknown': 'error.algorithm-unknown',
  'digits-out-of-range': 'error.digits-out-of-range',
  'period-out-of-range': 'error.period-out-of-range',
  'counter-out-of-range': 'error.counter-out-of-range',
  'not-otpauth': 'error.not-otpauth',
  'uri-too-long': 'error.uri-too-long',
  'google-export': 'error.google-export',
  'other-code': 'error.other-code',

  'capture-forbidden': 'error.capture-forbidden',
  'image-unreadable': 'error.image-unreadable',
  'image-too-large': 'error.image-too-large',
  'no-qr': 'error.no-qr',
  'no-tab': 'error.no-tab',

  'no-field': 'error.no-field',
  'page-forbidden': 'error.page-forbidden',
  'site-unknown': 'error.site-unknown',
  'site-not-bound': 'error.site-not-bound',
  'site-imitates': 'error.site-imitates',
  'not-offered': 'error.not-offered',
  'not-seen': 'error.not-seen',
  'offer-expired': 'error.offer-expired',
} as const satisfies Record<RequestCode, MessageKey>

// What is most often meant by a digit that base32 leaves out.
const MEANT: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '8': 'B', '9': 'G' }

/** The sentence that tells a person what went wrong and what to do. */
export function errorMessage(code: RequestCode, detail: Detail = {}): string {
  const meant = code === 'secret-not-base32' ? MEANT[String(detail['character'])] : undefined
  return meant === undefined
    ? t(KEYS[code], detail)
    : t('error.secretLookalike', { ...detail, meant })
}
