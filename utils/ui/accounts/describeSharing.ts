import type { AccountView } from '../../core/account'
import { t } from '../i18n/i18n'

/** What another app may make of a setup link that is not the usual one; nothing, where it is. */
export function describeSharing(account: AccountView): string {
  const { type, algorithm, digits, periodSeconds } = account
  if (type === 'steam') return t('share.steam')
  if (type === 'hotp') return t('share.hotp')
  const isUsual = algorithm === 'SHA1' && digits === 6 && periodSeconds === 30
  return isUsual ? '' : t('share.unusual')
}

/** A key in groups of four, to be typed by hand. */
export function groupSecret(secret: string): string {
  return secret.match(/.{1,4}/gu)?.join(' ') ?? ''
}
