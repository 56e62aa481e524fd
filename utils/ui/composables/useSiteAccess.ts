import { computed, shallowRef } from 'vue'
import {
  hasSiteAccess,
  onSiteAccessChange,
  removeSiteAccess,
  requestSiteAccess,
} from '../../platform/contentScript'

export type AccessAnswer = 'granted' | 'denied' | 'removed' | 'kept'

/** Whether the browser lets Sandi act inside websites. Made once in the life of a page. */
export function useSiteAccess() {
  const isGranted = shallowRef<boolean>()
  const answer = shallowRef<AccessAnswer>()
  const isAsking = shallowRef(false)

  async function read(): Promise<boolean> {
    isGranted.value = await hasSiteAccess()
    return isGranted.value
  }

  /** Call it from the click itself: after an `await` browsers no longer show their prompt. */
  async function ask(): Promise<void> {
    const asked = requestSiteAccess()
    isAsking.value = true
    const isAllowed = await asked
    isAsking.value = false
    await read()
    answer.value = isAllowed ? 'granted' : 'denied'
  }

  async function remove(): Promise<void> {
    // Rejected where an administrator, or a build for tests, gave the access.
    await removeSiteAccess().catch(() => false)
    answer.value = (await read()) ? 'kept' : 'removed'
  }

  // The browser's own pages can give and take it as well.
  onSiteAccessChange(() => void read())
  const known = read()

  return {
    /** Settles when the browser has said how it stands. */
    known,
    isGranted: computed(() => isGranted.value),
    answer: computed(() => answer.value),
    isAsking: computed(() => isAsking.value),
    ask,
    remove,
  }
}

export type SiteAccess = ReturnType<typeof useSiteAccess>
