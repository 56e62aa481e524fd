import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import type { AccountView } from '../../core/account'
import { useView, type ListPlace } from '../stores/useView'

interface ListPlaceOptions {
  readonly place: ListPlace | undefined
  readonly main: Readonly<Ref<HTMLElement | null>>
  readonly rows: Readonly<Ref<readonly AccountView[]>>
  readonly findRow: (accountId: string | undefined) => HTMLElement | undefined
  readonly showAtLeast: (count: number) => unknown
  /** How the list stands now, but for what its rows tell. */
  readonly read: () => Omit<ListPlace, 'scrolled' | 'rowTop'>
}

/** The list as it was left for another view: as many rows, as far down, with the focus where it was. */
export function useListPlace(options: ListPlaceOptions): void {
  const { place, main, rows, findRow } = options
  const view = useView()

  // Its name may have changed, and with it its place in the list.
  if (place) {
    const at = rows.value.findIndex(({ id }) => id === place.accountId)
    options.showAtLeast(Math.max(place.rows, at + 1))
  }

  onMounted(() => {
    if (!place) return
    if (main.value) main.value.scrollTop = place.scrolled
    const row = findRow(place.accountId)
    if (!row || place.rowTop === undefined) return
    row.focus({ preventScroll: true })
    // By the row, not by the way to it: rows that were never seen have no height of their own yet.
    main.value?.scrollBy(0, row.getBoundingClientRect().top - place.rowTop)
  })

  onBeforeUnmount(() => {
    const left = options.read()
    view.leaveList({
      ...left,
      scrolled: main.value?.scrollTop ?? 0,
      rowTop: findRow(left.accountId)?.getBoundingClientRect().top,
    })
  })
}
