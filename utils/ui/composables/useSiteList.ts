import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { SiteRow, SiteWish, VaultStatus } from '../../protocol/views'
import { useToasts } from '../stores/useToasts'

export type { SiteRow, SiteWish }

/** More rows than these are found by typing. */
const SHOWN = 20

/** The sites of the vault and what the person wants on each; nothing while it is locked. */
export function useSiteList(status: Readonly<Ref<VaultStatus | undefined>>) {
  const toasts = useToasts()
  const rows = shallowRef<readonly SiteRow[]>()
  const query = shallowRef('')

  async function load(): Promise<void> {
    const reply = status.value === 'unlocked' ? await request('sites.list', {}) : undefined
    rows.value = reply?.ok ? reply.value : undefined
  }

  async function prefer(site: string, wish: SiteWish): Promise<void> {
    const reply = await request('sites.prefer', { site, ...wish })
    if (reply.ok) rows.value = reply.value
    else toasts.fail(reply)
  }

  const found = computed(() => {
    const words = query.value.trim().toLowerCase()
    return (rows.value ?? []).filter(({ site }) => site.includes(words))
  })

  watch(status, () => void load(), { immediate: true })
  onScopeDispose(
    onPageEvent((event) => {
      // At once: a list of sites says where somebody has been.
      if (event === 'vault.locked') rows.value = undefined
      else void load()
    }),
  )

  return {
    rows: computed(() => rows.value),
    shown: computed(() => found.value.slice(0, SHOWN)),
    isLong: computed(() => (rows.value?.length ?? 0) > SHOWN),
    query,
    prefer,
  }
}
