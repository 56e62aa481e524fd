import type { RequestCode } from '../../protocol/requests'
import type { Detail } from '../../protocol/views'
import type { CaptureRule } from '../../core/scan/captureRule'
import type { QrKind } from '../../core/scan/describeQrText'
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
  'no-memory': 'error.no-memory',
  'write-failed': 'error.write-failed',
  'storage-full': 'error.storage-full',
  conflict: 'error.conflict',
  'snapshot-missing': 'error.snapshot-missing',
  'aside-missing': 'error.aside-missing',
  'account-missing': 'error.account-missing',
  'draft-missing': 'error.draft-missing',
  'import-forgotten': 'error.import-forgotten',
  'not-hotp': 'error.not-hotp',
  'not-measured': 'error.not-measured',
  'not-a-code': 'error.not-a-code',
  'codes-unrelated': 'error.codes-unrelated',
  'codes-too-many': 'error.codes-too-many',
  'tags-too-many': 'error.tags-too-many',
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
  'too-many-links': 'error.too-many-links',
  'migration-damaged': 'import.e.migration-damaged',
  'other-code': 'error.other-code',

  'capture-forbidden': 'error.capture-forbidden',
  'image-unreadable': 'error.image-unreadable',
  'image-too-large': 'error.image-too-large',
  'no-qr': 'error.no-qr',
  'qr-outside': 'error.qr-outside',
  'scan-timeout': 'error.scan-timeout',
  'scan-cancelled': 'error.scan-cancelled',
  'no-tab': 'error.no-tab',

  'no-field': 'error.no-field',
  'page-isolated': 'error.page-isolated',
  'field-elsewhere': 'error.field-elsewhere',
  'page-forbidden': 'error.page-forbidden',
  'site-unknown': 'error.site-unknown',
  'site-shared': 'error.site-shared',
  'site-not-bound': 'error.site-not-bound',
  'site-imitates': 'error.site-imitates',
  'not-offered': 'error.not-offered',
  'not-seen': 'error.not-seen',
  'field-occupied': 'error.field-occupied',
  'code-delivered': 'error.code-delivered',
  'offer-expired': 'error.offer-expired',
} as const satisfies Record<RequestCode, MessageKey>

// What is most often meant by a digit that base32 leaves out.
const MEANT: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '8': 'B', '9': 'G' }

const RULES = {
  store: 'error.captureStore',
  browser: 'error.captureBrowser',
  file: 'error.captureFile',
  domain: 'error.captureDomain',
} as const satisfies Record<CaptureRule, MessageKey>

const KINDS = {
  url: 'error.qrUrl',
  wifi: 'error.qrWifi',
  payment: 'error.qrPayment',
  contact: 'error.qrContact',
  message: 'error.qrMessage',
  place: 'error.qrPlace',
  event: 'error.qrEvent',
  key: 'error.bareKey',
  text: 'error.other-code',
} as const satisfies Record<QrKind, MessageKey>

/** A sentence that says more than the code alone: which rule forbids it, what a code holds instead. */
function specialKey(code: RequestCode, { rule, kind, host }: Detail): MessageKey | undefined {
  if (code === 'capture-forbidden')
    return Object.entries(RULES).find(([name]) => name === rule)?.[1]
  if (code === 'other-code') return Object.entries(KINDS).find(([name]) => name === kind)?.[1]
  // Of several sites: the one that cannot be kept.
  if (code === 'site-unknown' && host !== undefined) return 'error.siteUnkept'
  return undefined
}

/** The sentence that tells a person what went wrong and what to do. */
export function errorMessage(code: RequestCode, detail: Detail = {}): string {
  const special = specialKey(code, detail)
  if (special) return t(special, detail)
  const meant = code === 'secret-not-base32' ? MEANT[String(detail['character'])] : undefined
  return meant === undefined
    ? t(KEYS[code], detail)
    : t('error.secretLookalike', { ...detail, meant })
}
