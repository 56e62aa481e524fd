import { computed, ref, shallowRef, watch } from 'vue'
import type { AccountView } from '../../core/account'
import { foldedAway, foldSite, listSections } from '../../core/list/listSections'
import { readAhead } from '../accounts/readAhead'
import { searchSections } from '../accounts/searchSections'
import { collectTags, filterByTags } from '../accounts/tags'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useApp } from '../stores/useApp'
import { useSiteTrust } from '../stores/useSiteTrust'
import { useToasts } from '../stores/useToasts'
import { useView, type ListPlace } from '../stores/useView'

/** Results are told when the typing pauses, not after every letter. */
const TYPING_PAUSE_MS = 700

/** The list with its search, and the row that keys act on; as it stood at `place`, where one comes back. */
export function useAccountList(place: ListPlace | undefined) {
  const app = useApp()
  const store = useAccounts()
  const trust = useSiteTrust()
  const toasts = useToasts()
  const view = useView()
  const search = ref(place?.search ?? '')
  const focusedId = shallowRef(place?.accountId)
  const isSiteWhole = shallowRef(place?.isSiteWhole ?? false)
  const picked = shallowRef<ReadonlySet<string>>(place?.tags ?? new Set())

  const sort = computed(() => app.settings?.sort ?? 'service')
  const all = computed(() => listSections(store.accounts, app.site, trust.likely, sort.value))
  const tags = computed(() => collectTags(store.accounts))
  /** Tags that are chosen and still there. */
  const chosenTags = computed({
    get: () => new Set(tags.value.filter((tag) => picked.value.has(tag))),
    set: (next: ReadonlySet<string>) => {
      picked.value = next
    },
  })
  const tagged = computed(() => filterByTags(all.value, chosenTags.value))
  const searched = computed(() => searchSections(tagged.value, search.value))
  const sections = computed(() => (isSiteWhole.value ? searched.value : foldSite(searched.value)))
  watch(
    () => app.site,
    () => {
      isSiteWhole.value = false
    },
  )
  // What was just added, and what the person is at, is not folded away.
  watch(
    searched,
    (found) => {
      const isHeld = ({ id }: AccountView) => id === focusedId.value || view.addedIds.has(id)
      if (foldedAway(found).some(isHeld)) isSiteWhole.value = true
    },
    { immediate: true },
  )
  const rows = computed(() => sections.value.flatMap(({ accounts }) => accounts))
  /** The row that was focused last; after a search, and at first, the topmost one. */
  const active = computed(
    () => rows.value.find(({ id }) => id === focusedId.value) ?? rows.value[0],
  )
  watch(
    all,
    (sections, _before, onCleanup) => {
      onCleanup(readAhead(sections))
    },
    { immediate: true },
  )
  watch(search, (text, _before, onCleanup) => {
    focusedId.value = undefined
    const timer = setTimeout(() => {
      toasts.announce(text === '' ? '' : t('list.foundCount', { count: rows.value.length }))
    }, TYPING_PAUSE_MS)
    onCleanup(() => {
      clearTimeout(timer)
    })
  })

  return {
    search,
    sort,
    tags,
    chosenTags,
    sections,
    isSiteWhole,
    rows,
    isEmpty: computed(() => store.accounts.length === 0),
    active,
    focusedId,
  }
}
