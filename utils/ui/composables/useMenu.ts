import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { onEverySecond, readClock } from '../../platform/clock'
import { menuRequest, onPageEvent } from '../../protocol/pageClient'
import type { RequestCode } from '../../protocol/requests'
import type { Detail, FillWay, MenuState } from '../../protocol/views'
import { describeDelivery } from '../describeDelivery'
import { errorMessage } from '../i18n/errorMessage'
import { setLanguage, t } from '../i18n/i18n'

export type MenuView =
  'blank' | 'locked' | 'accounts' | 'choose' | 'refused' | 'sent' | 'occupied' | 'waiting'

/** With less time left than this the background waits for the fresh code. */
const MIN_REMAINING_MS = 3000

/**
 * The in-page menu: blank until the background knows it by its pairing as the one that was opened for an
 * offer in this tab.
 */
export function useMenu(pairing: string) {
  const state = shallowRef<MenuState>()
  const refusal = shallowRef('')
  const isBusy = shallowRef(false)
  const isUnlocking = shallowRef(false)
  const isMeant = shallowRef(false)
  /** The account that was picked for a field that holds something already. */
  const occupiedFor = shallowRef<string>()
  const freshAt = shallowRef<number>()
  const moment = shallowRef(readClock())

  const view = computed<MenuView>(() => {
    if (!state.value) return 'blank'
    if (refusal.value !== '') return 'refused'
    if (freshAt.value !== undefined) return 'waiting'
    if (occupiedFor.value !== undefined) return 'occupied'
    if (state.value.kind !== undefined && !isMeant.value) return 'sent'
    if (state.value.status !== 'unlocked') return 'locked'
    return state.value.accounts.length > 0 ? 'accounts' : 'choose'
  })

  /** How the code that the page asks for reaches the person. */
  const notice = computed(() => describeDelivery(state.value?.kind))
  const remainingSeconds = computed(() =>
    Math.max(1, Math.ceil(((freshAt.value ?? 0) - moment.value) / 1000)),
  )

  async function load(): Promise<void> {
    const reply = await menuRequest('menu.load', { pairing })
    refusal.value = ''
    await show(reply.ok ? reply.value : undefined)
  }

  async function show(next: MenuState | undefined): Promise<void> {
    if (next) await setLanguage(next.settings.language)
    if (next?.status !== 'locked') isUnlocking.value = false
    // The same again is no change: nothing moves, and nothing has to be looked at anew.
    if (JSON.stringify(next) !== JSON.stringify(state.value)) state.value = next
  }

  /** A pick that succeeds closes the menu from outside, so only a refusal leaves something to show. */
  async function pick(accountId: string, clickedAt: number, way?: FillWay): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    occupiedFor.value = undefined
    freshAt.value = findFreshMoment(accountId)
    const reply = await menuRequest('menu.pick', {
      ...{ accountId, clickedAt },
      ...(way ? { way } : {}),
    })
    freshAt.value = undefined
    isBusy.value = false
    if (reply.ok) return
    if (reply.code === 'locked') await load()
    else if (reply.code === 'field-occupied') occupiedFor.value = accountId
    else if (reply.code === 'not-seen') refusal.value = t('menu.inPopup')
    else refusal.value = describeRefusal(reply)
  }

  /** The same account once more, now that the person has said what to do with what is in the field. */
  async function pickAgain(way: FillWay, clickedAt: number): Promise<void> {
    if (occupiedFor.value !== undefined) await pick(occupiedFor.value, clickedAt, way)
  }

  /** When the code that is waited for is there; nothing when the present one is good for long enough. */
  function findFreshMoment(accountId: string): number | undefined {
    const account = state.value?.accounts.find((it) => it.accountId === accountId)
    if (account?.periodSeconds === undefined) return undefined
    const periodMs = account.periodSeconds * 1000
    // Codes change by the corrected time; this computer's clock tells when that is.
    const offsetMs = state.value?.clockOffsetMs ?? 0
    const now = readClock() + offsetMs
    const changesAt = Math.ceil((now + 1) / periodMs) * periodMs
    return changesAt - now < MIN_REMAINING_MS ? changesAt - offsetMs : undefined
  }

  async function hide(clickedAt: number): Promise<void> {
    const reply = await menuRequest('menu.hide', { clickedAt })
    if (!reply.ok) refusal.value = describeRefusal(reply)
  }

  async function unlock(): Promise<void> {
    isUnlocking.value = true
    await leave()
  }

  /** Goes on in the popup, which no page can cover. */
  async function leave(accountId?: string): Promise<void> {
    await menuRequest('menu.leave', accountId === undefined ? {} : { accountId })
  }

  async function dismiss(): Promise<void> {
    await menuRequest('menu.dismiss', {})
  }

  onScopeDispose(onPageEvent(() => void load()))
  // In Firefox no announcement reaches a frame of the extension inside a web page, so the menu asks.
  watch(view, (now, _before, onCleanup) => {
    if (now === 'locked') onCleanup(onEverySecond(() => void load()))
  })
  watch(freshAt, (waitsFor, _before, onCleanup) => {
    moment.value = readClock()
    if (waitsFor !== undefined) onCleanup(onEverySecond(() => (moment.value = readClock())))
  })
  void load()

  return {
    ...{ state, view, refusal, notice, remainingSeconds, isUnlocking },
    ...{ pick, pickAgain, unlock, leave, dismiss, hide },
    useAnyway: () => (isMeant.value = true),
    openSettings: () => menuRequest('menu.settings', {}),
    reject: () => menuRequest('menu.reject', {}),
  }
}

/** The menu carries the sentences of what a fill can meet. */
function describeRefusal({ code, detail }: { code: RequestCode; detail?: Detail }): string {
  return errorMessage(code, detail) || errorMessage('unexpected')
}
