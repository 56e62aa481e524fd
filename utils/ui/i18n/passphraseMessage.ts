import type { RequestCode } from '../../protocol/requests'
import type { Detail } from '../../protocol/views'
import { errorMessage } from './errorMessage'
import { t } from './i18n'

/** The sentence for a refusal where the passphrase was asked for: it counts the tries that are left. */
export function passphraseMessage(code: RequestCode, detail: Detail = {}): string {
  const triesLeft = detail['triesLeft']
  const pause = detail['pauseSeconds']
  if (code !== 'wrong-passphrase' || triesLeft === undefined || pause === undefined) {
    return errorMessage(code, detail)
  }
  return triesLeft === 0
    ? t('unlock.pauseBegins', { count: pause })
    : t('unlock.triesLeft', { count: triesLeft, pause })
}
