import { displayName } from '../../core/list/listSections'
import { t } from '../i18n/i18n'

/** What an account is called where a person reads it: one without any name is called that. */
export function shownName(account: Parameters<typeof displayName>[0]): string {
  return displayName(account) || t('import.noName')
}
