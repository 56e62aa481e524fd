import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { sortAccounts } from '../../core/list/listSections'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import { createSearch } from '../accounts/createSearch'
import { collectTags } from '../accounts/tags'
import { t } from '../i18n/i18n'
import { useToasts } from '../stores/useToasts'

/** So many rows stand on the page until somebody asks for the rest. */
const FIRST_ROWS = 50

/** All accounts, of which several can be chosen, tagged, exported and deleted at once. */
export function useManyAccounts() {
  const toasts = useToasts()
  const accounts = shallowRef<readonly AccountView[]>([])
  const chosenIds = shallowRef<ReadonlySet<string>>(new Set())
  const search = ref('')
  const showsAll = ref(false)

  const found = computed(() => {
    if (search.value.trim() === '') return accounts.value
    const rank = createSearch(search.value)
    return accounts.value.filter((account) => rank(account) !== undefined)
  })
  const shown = computed(() => (showsAll.value ? found.value : found.value.slice(0, FIRST_ROWS)))
  const chosen = computed(() => accounts.value.filter(({ id }) => chosenIds.value.has(id)))
  const areAllChosen = computed(
    () => found.value.length > 0 && found.value.every(({ id }) => chosenIds.value.has(id)),
  )
  /** How many of the chosen the search does not show. */
  const hiddenCount = computed(() => {
    const foundIds = new Set(found.value.map(({ id }) => id))
    return chosen.value.filter(({ id }) => !foundIds.has(id)).length
  })
  const ids = () => chosen.value.map(({ id }) => id)

  async function load(): Promise<void> {
    const reply = await request('accounts.list', {})
    accounts.value = reply.ok ? sortAccounts(reply.value) : []
  }

  function choose(id: string, isChosen: boolean): void {
    const next = new Set(chosenIds.value)
    if (isChosen) next.add(id)
    else next.delete(id)
    chosenIds.value = next
  }

  /** Those that the search shows, whether or not they fit on the page; all others stay as they are. */
  function chooseFound(areChosen: boolean): void {
    const next = new Set(chosenIds.value)
    for (const { id } of found.value) {
      if (areChosen) next.add(id)
      else next.delete(id)
    }
    chosenIds.value = next
  }

  async function tag(name: string, isOn: boolean): Promise<void> {
    const asked = { accountIds: ids(), tag: name, isOn }
    const reply = await request('accounts.tagMany', asked)
    const text = (count: number) => t(isOn ? 'many.tagged' : 'many.untagged', { tag: name, count })
    tell(reply, text)
  }

  async function moveToTrash(): Promise<void> {
    const accountIds = ids()
    const reply = await request('accounts.delete', { accountIds })
    if (reply.ok) chosenIds.value = new Set()
    tell(
      reply,
      (count) => t('many.trashed', { count }),
      async () => {
        tell(await request('accounts.restore', { accountIds }), (count) =>
          t('many.restored', { count }),
        )
      },
    )
  }

  /** An empty name takes the tag away. */
  async function renameTag(name: string, next: string): Promise<void> {
    const reply = await request('tags.rename', { tag: name, next })
    tell(reply, (count) =>
      t(next === '' ? 'many.tagGone' : 'many.tagRenamed', { tag: name, count }),
    )
  }

  function tell(
    reply: Reply<number>,
    text: (count: number) => string,
    undo?: () => Promise<void>,
  ): void {
    if (!reply.ok) toasts.fail(reply)
    else {
      const action = undo && { label: t('toast.undo'), run: undo }
      toasts.show({ text: text(reply.value), ...(action ? { action } : {}) })
    }
  }

  onScopeDispose(
    onPageEvent((event) => {
      if (event === 'vault.changed') void load()
    }),
  )
  void load()

  return {
    search,
    showsAll,
    total: computed(() => accounts.value.length),
    found,
    shown,
    chosen,
    chosenIds: computed(() => chosenIds.value),
    areAllChosen,
    hiddenCount,
    tags: computed(() =>
      collectTags(accounts.value).map((name) => ({
        name,
        count: accounts.value.filter(({ tags }) => tags?.includes(name)).length,
      })),
    ),
    /** Tags that at least one of the chosen has. */
    chosenTags: computed(() => collectTags(chosen.value)),
    choose,
    chooseFound,
    tag,
    moveToTrash,
    renameTag,
  }
}
