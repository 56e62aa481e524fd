import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { RequestCode } from '../../protocol/requests'
import type { Detail } from '../../protocol/views'
import { errorMessage } from '../i18n/errorMessage'

const SHORT_MS = 4000
const ERROR_MS = 8000
/** Long enough to notice, to think and to reach the button. */
const WITH_ACTION_MS = 10_000

export interface ToastAction {
  readonly label: string
  readonly run: () => unknown
}

export interface Toast {
  readonly text: string
  readonly tone?: 'plain' | 'error'
  readonly action?: ToastAction
  /** How long it stays, where that is not the usual time. */
  readonly durationMs?: number
}

export interface Refusal {
  readonly code: RequestCode
  readonly detail?: Detail
}

/** The one message at the foot of the page; a new one takes the place of the last. */
export const useToasts = defineStore('toasts', () => {
  const toast = shallowRef<Toast>()
  const announcement = shallowRef('')
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(next: Toast): void {
    toast.value = next
    resume()
  }

  /** Says what went wrong, and what can be done about it right here. */
  function fail({ code, detail }: Refusal, action?: ToastAction): void {
    show({ text: errorMessage(code, detail), tone: 'error', ...(action ? { action } : {}) })
  }

  /** Says something to those who do not see the page. */
  function announce(text: string): void {
    announcement.value = text
  }

  function dismiss(): void {
    pause()
    toast.value = undefined
  }

  /** The pointer or the focus is on the toast: it stays until they leave. */
  function pause(): void {
    clearTimeout(timer)
  }

  function resume(): void {
    clearTimeout(timer)
    if (!toast.value) return
    timer = setTimeout(dismiss, durationMs(toast.value))
  }

  return {
    toast: computed(() => toast.value),
    announcement: computed(() => announcement.value),
    show,
    fail,
    announce,
    dismiss,
    pause,
    resume,
  }
})

function durationMs({ action, tone, durationMs }: Toast): number {
  if (durationMs !== undefined) return durationMs
  if (action) return WITH_ACTION_MS
  return tone === 'error' ? ERROR_MS : SHORT_MS
}
