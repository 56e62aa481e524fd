import { shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { joinServiceCodes } from '../../core/vault/serviceCodes'
import { request } from '../../protocol/pageClient'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useClipboard } from '../stores/useClipboard'
import { useToasts } from '../stores/useToasts'
import { useRevealed } from './useRevealed'

/** Longer than a key: one of them has to be typed in elsewhere. */
const HIDE_AFTER_MS = 120_000

/** A service's own recovery codes: added unseen, shown behind the passphrase, ticked off once used. */
export function useServiceCodes(account: () => AccountView) {
  const accounts = useAccounts()
  const clipboard = useClipboard()
  const toasts = useToasts()
  const isSaving = shallowRef(false)
  const {
    value: shown,
    reveal,
    hide,
  } = useRevealed({
    ask: (passphrase) => request('serviceCodes.list', { accountId: account().id, passphrase }),
    hideAfterMs: HIDE_AFTER_MS,
  })

  /** Whether they are kept now. */
  async function add(codes: readonly string[]): Promise<boolean> {
    const before = account().recovery?.left ?? 0
    isSaving.value = true
    const reply = await accounts.addServiceCodes(account().id, codes)
    isSaving.value = false
    if (!reply.ok) {
      toasts.fail(reply)
      return false
    }
    const joined = shown.value && joinServiceCodes(shown.value, codes)
    if (joined?.ok) shown.value = joined.value
    const after = accounts.accounts.find(({ id }) => id === account().id)?.recovery?.left ?? 0
    const count = after - before
    toasts.show({ text: count > 0 ? t('codes.added', { count }) : t('codes.known') })
    return true
  }

  async function mark(code: string, isUsed: boolean): Promise<void> {
    const reply = await accounts.markServiceCode(account().id, code, isUsed)
    if (!reply.ok) {
      toasts.fail(reply)
      return
    }
    const usedAt = accounts.accounts.find(({ id }) => id === account().id)?.updatedAt
    shown.value = shown.value?.map((it) =>
      it.code !== code ? it : isUsed && usedAt !== undefined ? { code, usedAt } : { code },
    )
  }

  async function copy(code: string): Promise<void> {
    const isCopied = await clipboard.copy(code)
    const used = { label: t('codes.tick'), run: () => mark(code, true) }
    toasts.show(
      isCopied
        ? { text: t('codes.copied'), action: used }
        : { text: t('toast.copyFailed'), tone: 'error' },
    )
  }

  async function removeAll(): Promise<void> {
    const codes = (shown.value ?? []).map(({ code }) => code)
    const reply = await accounts.removeServiceCodes(account().id, codes)
    if (!reply.ok) {
      toasts.fail(reply)
      return
    }
    hide()
    toasts.show({ text: t('codes.removed') })
  }

  return { shown, isSaving, reveal, hide, add, mark, copy, removeAll }
}
