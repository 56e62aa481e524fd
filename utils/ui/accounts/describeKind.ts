import type { OtpParameters } from '../../core/account'
import { t } from '../i18n/i18n'

/** How a code is made, in a line; nothing for the usual way, which needs no words. */
export function describeKind(parameters: Omit<OtpParameters, 'secret'>): string {
  const { type, algorithm, digits, periodSeconds, counter } = parameters
  if (type === 'steam') return t('review.kindSteam')
  const values = { algorithm: algorithm.replace('SHA', 'SHA-'), digits }
  if (type === 'hotp') return t('review.kindCounter', { ...values, counter: String(counter) })
  const isUsual = algorithm === 'SHA1' && digits === 6 && periodSeconds === 30
  return isUsual ? '' : t('review.kind', { ...values, type: 'TOTP', period: periodSeconds })
}
