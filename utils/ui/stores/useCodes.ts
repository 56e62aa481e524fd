import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { AccountView } from '../../core/account'
import { success } from '../../core/result'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import type { CodeView } from '../../protocol/views'
import { isDue, shownCode, type ShownCode } from '../accounts/shownCode'
import { useNow } from '../composables/useNow'

const PREVIOUS_MS = 30_000

interface Previous {
  readonly code: string
  readonly until: number
}

/** The codes as the background last told them; asked for again when a period ends. */
export const useCodes = defineStore('codes', () => {
  const now = useNow()
  const codes = shallowRef<ReadonlyMap<string, CodeView>>(new Map())
  const previous = shallowRef<ReadonlyMap<string, Previous | undefined>>(new Map())
  let asked: ReadonlySet<string> = new Set()

  /**
   * Takes what the background told by itself. Of the other accounts, codes of counters are told only
   * once, so they stay; the rest is asked for again, because what made them may have changed.
   */
  function accept(views: readonly CodeView[], accounts: readonly AccountView[]): void {
    const told = toMap(views)
    const kept = accounts
      .filter(({ id }) => !told.has(id) && codes.value.has(id))
      .map(({ id, type }) => ({ id, type, view: codes.value.get(id) }))
    const old = kept.map(({ view }) => view).filter((view) => view !== undefined)
    codes.value = toMap([...old, ...views])
    const due = kept.filter(({ type }) => type !== 'hotp').map(({ id }) => id)
    if (due.length > 0) void refresh(due)
  }

  /** Forgets every code, also those that are still on their way. */
  function clear(): void {
    codes.value = new Map()
    previous.value = new Map()
    asked = new Set()
  }

  /** Keeps the codes of the accounts on screen fresh, with one request for all that are due. */
  function keepFresh(accountsOnScreen: () => readonly AccountView[]): void {
    watch([now, accountsOnScreen], () => {
      const due = accountsOnScreen()
        .filter(({ id, type }) => type !== 'hotp' && isDue(codes.value.get(id), now.value))
        .map(({ id }) => id)
        .filter((id) => !asked.has(id))
      if (due.length > 0) void refresh(due)
    })
  }

  async function refresh(accountIds: readonly string[]): Promise<void> {
    asked = new Set([...asked, ...accountIds])
    const reply = await request('codes.current', { accountIds })
    // A refusal needs no word: the page is told when the vault locks.
    const wanted = reply.ok ? reply.value.filter(({ accountId }) => asked.has(accountId)) : []
    const answered = new Set(accountIds)
    asked = new Set([...asked].filter((id) => !answered.has(id)))
    if (wanted.length > 0) codes.value = toMap([...codes.value.values(), ...wanted])
  }

  /** The next code of a counter; the one before stays to be seen for a while, to be typed to its end. */
  async function advance(account: AccountView): Promise<Reply<null>> {
    const before = viewOf(account)
    const reply = await request('codes.advance', { accountId: account.id })
    if (!reply.ok) return reply
    const shown = before && { code: before.code, until: now.value + PREVIOUS_MS }
    previous.value = new Map([...previous.value, [account.id, shown]])
    codes.value = toMap([...codes.value.values(), reply.value])
    return success(null)
  }

  /** Takes an advance back: the code before stands there again. */
  async function stepBack({ id, counter }: AccountView): Promise<Reply<null>> {
    const before = previous.value.get(id)
    const reply = await request('codes.stepBack', { accountId: id, counter })
    if (!reply.ok) return reply
    const others = [...codes.value.values()].filter(({ accountId }) => accountId !== id)
    const made = reply.value
    codes.value = toMap(before ? [...others, { accountId: id, code: before.code, made }] : others)
    previous.value = new Map([...previous.value, [id, undefined]])
    return success(null)
  }

  /** The code of a counter before the one that is shown, while it may still be needed. */
  function previousOf(account: AccountView): string | undefined {
    const before = viewOf(account) && previous.value.get(account.id)
    return before && before.until > now.value ? before.code : undefined
  }

  /** What is to be seen of this account's code in this second. */
  function shown(account: AccountView): ShownCode | undefined {
    return shownCode(viewOf(account), account.periodSeconds, now.value)
  }

  /** Nothing once another key or counter would make the code. */
  function viewOf({ id, counter, updatedAt }: AccountView): CodeView | undefined {
    const view = codes.value.get(id)
    const isOver = view?.made && (counter > view.made.counter || updatedAt > view.made.updatedAt)
    return isOver ? undefined : view
  }

  return { accept, clear, keepFresh, advance, stepBack, previousOf, shown }
})

function toMap(views: readonly CodeView[]): ReadonlyMap<string, CodeView> {
  return new Map(views.map((view) => [view.accountId, view]))
}
