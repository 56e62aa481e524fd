import { shallowRef } from 'vue'
import { shownName } from '../accounts/shownName'
import { t } from '../i18n/i18n'
import { useDrafts, type AddChoice } from '../stores/useDrafts'
import { useToasts } from '../stores/useToasts'
import { useView } from '../stores/useView'

/** Adds what was chosen and goes back to the list, which shows it. */
export function useAddDrafts() {
  const drafts = useDrafts()
  const toasts = useToasts()
  const view = useView()
  const isAdding = shallowRef(false)

  async function add(choices: readonly AddChoice[]): Promise<void> {
    if (isAdding.value || choices.length === 0) return
    isAdding.value = true
    const isScanned = drafts.report?.drafts.some(({ source }) => source === 'qr') === true
    const reply = await drafts.add(choices)
    isAdding.value = false
    if (!reply.ok) {
      toasts.fail(reply)
      return
    }
    const [first] = reply.value
    view.showAdded(reply.value.map(({ id }) => id))
    if (first && reply.value.length === 1 && isScanned) view.accompany(first.id)
    toasts.show({
      text:
        first && reply.value.length === 1
          ? t('toast.addedOne', { name: shownName(first) })
          : t('toast.added', { count: reply.value.length }),
    })
  }

  return { isAdding, add }
}
