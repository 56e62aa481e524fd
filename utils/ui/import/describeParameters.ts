import type { OtpParameters } from '../../core/account'
import { describeKind } from '../accounts/describeKind'
import { t } from '../i18n/i18n'

/** How a code is made, in a line, also for the usual way: here two accounts are compared. */
export function describeParameters(parameters: Omit<OtpParameters, 'secret'>): string {
  const { algorithm, digits, periodSeconds: period } = parameters
  const values = { algorithm: algorithm.replace('SHA', 'SHA-'), digits, period, type: 'TOTP' }
  return describeKind(parameters) || t('review.kind', values)
}
