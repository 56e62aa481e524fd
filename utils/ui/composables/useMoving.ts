import { computed, nextTick, type Ref } from 'vue'
import type { AccountView } from '../../core/account'
import { type Section, type Sort } from '../../core/list/listSections'
import { shownName } from '../accounts/shownName'
import type { Place } from '../../core/list/moveTo'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useToasts } from '../stores/useToasts'
import { useReorder } from './useReorder'

export type Direction = 'up' | 'down'

interface MovingOptions {
  readonly sort: Readonly<Ref<Sort>>
  readonly sections: Readonly<Ref<readonly Section[]>>
  /** Gives the focus back to the row: an element that is put elsewhere loses it. */
  readonly focus: (accountId: string) => unknown
}

/** The person's own order, by dragging, by keys and by the row's menu. It is changed while it is shown. */
export function useMoving({ sort, sections, focus }: MovingOptions) {
  const accounts = useAccounts()
  const toasts = useToasts()
  const isMovable = computed(() => sort.value === 'own')
  const reorder = useReorder({ move })

  function step(account: AccountView, direction: Direction): void {
    const place = placeOf(account, direction)
    if (place) void move(account.id, place)
  }

  /** Where one step leads within the section; nothing at its end. */
  function placeOf({ id }: AccountView, direction: Direction): Place | undefined {
    if (!isMovable.value) return undefined
    const rows = rowsOf(id)
    const at = rows.findIndex((row) => row.id === id)
    const beside = rows[direction === 'up' ? at - 1 : at + 1]
    return beside && { beside: beside.id, side: direction === 'up' ? 'before' : 'after' }
  }

  async function move(accountId: string, place: Place): Promise<void> {
    const moved = accounts.move(accountId, place)
    await nextTick()
    focus(accountId)
    tell(accountId)
    const reply = await moved
    if (!reply.ok) toasts.fail(reply)
  }

  function tell(accountId: string): void {
    const rows = rowsOf(accountId)
    const at = rows.findIndex(({ id }) => id === accountId)
    const account = rows[at]
    if (!account) return
    const name = shownName(account)
    toasts.announce(t('list.moved', { name, place: at + 1, total: rows.length }))
  }

  const rowsOf = (accountId: string) =>
    sections.value.find(({ accounts }) => accounts.some(({ id }) => id === accountId))?.accounts ??
    []

  return { isMovable, reorder, step, placeOf }
}
