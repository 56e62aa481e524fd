import type { AccountView } from '../../core/account'
import { request } from '../../protocol/pageClient'
import { t } from '../i18n/i18n'
import { useClipboard } from '../stores/useClipboard'
import { useToasts } from '../stores/useToasts'
import { useRevealed } from './useRevealed'

const HIDE_AFTER_MS = 30_000

/** The key of one account, as long as it is shown. */
export function useShare(account: () => AccountView) {
  const clipboard = useClipboard()
  const toasts = useToasts()
  const revealed = useRevealed({
    ask: (passphrase) => request('accounts.reveal', { accountId: account().id, passphrase }),
    hideAfterMs: HIDE_AFTER_MS,
    hidesOnBlur: true,
  })

  async function copyLink(): Promise<void> {
    const link = revealed.value.value?.link
    if (link === undefined) return
    const isCopied = await clipboard.copy(link)
    toasts.show(
      isCopied ? { text: t('share.copied') } : { text: t('toast.copyFailed'), tone: 'error' },
    )
  }

  return { ...revealed, copyLink }
}
