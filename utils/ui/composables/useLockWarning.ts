import { onScopeDispose, watch } from 'vue'
import { request } from '../../protocol/pageClient'
import { readClock } from '../../platform/clock'
import { t } from '../i18n/i18n'
import { useApp } from '../stores/useApp'
import { useToasts } from '../stores/useToasts'

/** Long enough to reach the button. */
const WARNING_MS = 20_000
/** Timers of browsers are not longer than this, and no deadline has to be known further ahead. */
const LOOK_AGAIN_MS = 60 * 60_000
const AFTER_FAILURE_MS = 60_000

/** In a view that stays open: says shortly before that the vault locks, and offers to go on. */
export function useLockWarning(): void {
  const app = useApp()
  const toasts = useToasts()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false

  /** Asked again each time, since other views and pages use the vault as well. */
  async function look(): Promise<void> {
    const reply = await request('vault.deadline', {})
    clearTimeout(timer)
    if (isGone || app.status !== 'unlocked') return
    if (!reply.ok) {
      timer = setTimeout(() => void look(), AFTER_FAILURE_MS)
      return
    }
    const deadline = reply.value
    if (deadline === null) return
    const leftMs = deadline.locksAt - readClock()
    if (leftMs > WARNING_MS) {
      timer = setTimeout(() => void look(), Math.min(leftMs - WARNING_MS, LOOK_AGAIN_MS))
    } else {
      warn(Math.max(1, Math.ceil(leftMs / 1000)), deadline.isFinal)
      // At the very moment, not when the background next looks.
      timer = setTimeout(() => void app.load(true).then(look), Math.max(0, leftMs) + 50)
    }
  }

  function warn(seconds: number, isFinal: boolean): void {
    const durationMs = seconds * 1000
    if (isFinal) toasts.show({ text: t('toast.lockingFinally', { count: seconds }), durationMs })
    else {
      const action = { label: t('toast.stay'), run: stay }
      toasts.show({ text: t('toast.locking', { count: seconds }), action, durationMs })
    }
  }

  /** Opening a view is use of the vault, and so is this. */
  async function stay(): Promise<void> {
    await app.load()
    await look()
  }

  watch(
    () => app.status,
    (status) => {
      if (status === 'unlocked') void look()
      else clearTimeout(timer)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    isGone = true
    clearTimeout(timer)
  })
}
