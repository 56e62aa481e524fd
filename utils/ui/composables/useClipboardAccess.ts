import { computed, shallowRef } from 'vue'
import {
  hasClipboardAccess,
  removeClipboardAccess,
  requestClipboardAccess,
} from '../../platform/clipboard'

/** Whether the browser lets Sandi look at the clipboard, which is what clears it for sure. */
export function useClipboardAccess() {
  const isGranted = shallowRef(false)

  async function read(): Promise<void> {
    isGranted.value = await hasClipboardAccess()
  }

  /** Call it from the click itself: after an `await` browsers no longer show their prompt. */
  async function set(wanted: boolean): Promise<void> {
    // Rejected where an administrator, or a build for tests, gave the access.
    await (wanted ? requestClipboardAccess() : removeClipboardAccess()).catch(() => false)
    await read()
  }

  void read()

  return { isGranted: computed(() => isGranted.value), set }
}
