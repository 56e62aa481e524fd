import { onScopeDispose, shallowRef, watch } from 'vue'
import type { AccountView } from '../../core/account'
import { shownName } from '../accounts/shownName'
import type { ShownCode } from '../accounts/shownCode'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useApp } from '../stores/useApp'
import { useClipboard } from '../stores/useClipboard'
import { useCodes } from '../stores/useCodes'
import { useToasts } from '../stores/useToasts'
import { closeMomentary } from '../standing'

/** With less time left than this a code may be over before it is typed in. */
const MIN_REMAINING_SECONDS = 3
const FLASH_MS = 600

interface CopyOptions {
  readonly onCopied?: (account: AccountView) => unknown
}

/** Copies codes; one that is about to end is passed over for its successor. */
export function useCopyCode({ onCopied }: CopyOptions = {}) {
  const app = useApp()
  const accounts = useAccounts()
  const codes = useCodes()
  const toasts = useToasts()
  const clipboard = useClipboard()
  const copiedId = shallowRef<string>()
  let stopWaiting: (() => void) | undefined
  onScopeDispose(() => stopWaiting?.())

  async function copy(account: AccountView): Promise<void> {
    stopWaiting?.()
    const shown = codes.shown(account)
    const name = shownName(account)
    if (!shown && account.type === 'hotp') {
      toasts.show({ text: t('toast.pressNext', { name }) })
    } else if (!shown) {
      copyLater(account, t('toast.codeComing', { name }))
    } else if (isEnding(account, shown)) {
      copyLater(account, t('toast.wait', { count: shown.remainingSeconds ?? 0 }))
    } else {
      await write(account, shown)
    }
  }

  /** The code of the next period, for a sign-in that takes a while. */
  async function copyNext(account: AccountView): Promise<void> {
    stopWaiting?.()
    const shown = codes.shown(account)
    const code = shown?.next
    const name = shownName(account)
    const lifetime = account.periodSeconds + (shown?.remainingSeconds ?? 0)
    if (code === undefined) toasts.show({ text: t('toast.codePending', { name }) })
    else if (await clipboard.copy(code, lifetime))
      toasts.show({ text: t('toast.copiedNext', { name }) })
    else toasts.show({ text: t('toast.copyFailed'), tone: 'error' })
  }

  /** Copies the code as soon as there is one with enough time left, and says so until then. */
  function copyLater(account: AccountView, text: string): void {
    toasts.show({ text })
    stopWaiting = watch(
      () => codes.shown(account),
      (shown) => {
        if (!shown || isEnding(account, shown)) return
        stopWaiting?.()
        void write(account, shown)
      },
    )
  }

  async function write(account: AccountView, { code, remainingSeconds }: ShownCode): Promise<void> {
    if (!(await clipboard.copy(code, remainingSeconds))) {
      toasts.show({ text: t('toast.copyFailed'), tone: 'error' })
      return
    }
    const name = shownName(account)
    toasts.show({
      text:
        remainingSeconds === undefined
          ? t('toast.copiedCounter', { name })
          : t('toast.copied', { name, count: remainingSeconds }),
    })
    flash(account.id)
    onCopied?.(account)
    await accounts.noteUse(account.id)
    if (app.settings?.closesAfterCopy) closeMomentary()
  }

  function flash(accountId: string): void {
    copiedId.value = accountId
    setTimeout(() => {
      if (copiedId.value === accountId) copiedId.value = undefined
    }, FLASH_MS)
  }

  return { copiedId, copy, copyNext }
}

function isEnding({ periodSeconds }: AccountView, { remainingSeconds }: ShownCode): boolean {
  if (periodSeconds <= MIN_REMAINING_SECONDS) return false
  return remainingSeconds !== undefined && remainingSeconds <= MIN_REMAINING_SECONDS
}
