import { onScopeDispose, shallowRef } from 'vue'
import { openShortcutSettings, readShortcuts, type Shortcut } from '../../platform/commands'

/** The keys that the browser holds for Sandi: read anew when the person comes back from changing them. */
export function useShortcuts() {
  const shortcuts = shallowRef<readonly Shortcut[]>([])
  const read = () => {
    void readShortcuts().then((known) => {
      shortcuts.value = known
    })
  }
  read()
  addEventListener('focus', read)
  onScopeDispose(() => {
    removeEventListener('focus', read)
  })
  return { shortcuts, change: openShortcutSettings }
}
