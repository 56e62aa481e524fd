import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { onEverySecond } from '../../platform/clock'
import { menuRequest, onPageEvent } from '../../protocol/pageClient'
import type { MenuState } from '../../protocol/requests'
import { errorMessage } from '../i18n/errorMessage'
import { setLanguage, t } from '../i18n/i18n'

export type MenuView = 'blank' | 'locked' | 'accounts' | 'choose' | 'refused'

/**
 * The in-page menu: blank until the background knows it by its pairing as the one that was opened for an
 * offer in this tab.
 */
export function useMenu(pairing: string) {
  const state = shallowRef<MenuState>()
  const refusal = shallowRef('')
  const isBusy = shallowRef(false)
  const isUnlocking = shallowRef(false)

  const view = computed<MenuView>(() => {
    if (!state.value) return 'blank'
    if (refusal.value !== '') return 'refused'
    if (state.value.status !== 'unlocked') return 'locked'
    return state.value.accounts.length > 0 ? 'accounts' : 'choose'
  })

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
  async function pick(accountId: string): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    const reply = await menuRequest('menu.pick', { accountId })
    isBusy.value = false
    if (reply.ok) return
    if (reply.code === 'locked') await load()
    else if (reply.code === 'not-seen') refusal.value = t('menu.inPopup')
    else refusal.value = errorMessage(reply.code, reply.detail)
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
  void load()

  return { state, view, refusal, isUnlocking, pick, unlock, leave, dismiss }
}
