import { shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { isBoundTo } from '../../core/match/site'
import { request } from '../../protocol/pageClient'
import { useApp } from '../stores/useApp'

/** After so many times everybody who reads it has read it. */
const MAX_ADVICES = 5

/**
 * The advice to tell a code to nobody. It comes with the first codes that are copied where no site says
 * what they are for: that is how people are talked out of them.
 */
export function useAdvice() {
  const app = useApp()
  const isShown = shallowRef(false)
  const seen = () => app.settings?.advicesSeen ?? 0

  function afterCopy({ sites }: AccountView): void {
    const { site } = app
    if (isShown.value || seen() >= MAX_ADVICES) return
    if (site !== undefined && isBoundTo(sites, site)) return
    isShown.value = true
    void request('settings.update', { advicesSeen: seen() + 1 })
  }

  /** Understood: it does not come again. */
  function dismiss(): void {
    isShown.value = false
    void request('settings.update', { advicesSeen: MAX_ADVICES })
  }

  return { isShown, afterCopy, dismiss }
}
