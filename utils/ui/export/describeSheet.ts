import { parseOtpauthUri } from '../../core/otpauth/parseOtpauthUri'
import { describeKind } from '../accounts/describeKind'
import { t } from '../i18n/i18n'

/** What stands beside a code on paper, read from the very link that the code holds. */
export function describeSheet(uri: string) {
  const draft = parseOtpauthUri(uri)
  if (!draft.ok) return { name: '', account: '', key: '', kind: '' }
  const { issuer, account, secret } = draft.value
  return {
    name: issuer || account || t('import.noName'),
    account: issuer === '' ? '' : account,
    // In fours, as keys are printed everywhere.
    key: secret.replace(/.{4}(?=.)/gu, '$& '),
    kind: describeKind(draft.value),
  }
}
