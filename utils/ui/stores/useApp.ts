import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import type { RequestCode } from '../../protocol/requests'
import type { AppState, ChosenPassphrase } from '../../protocol/views'
import type { Settings } from '../../protocol/settings'
import { applySettings } from '../applySettings'
import { hasLanguage, startLanguage } from '../i18n/i18n'
import { useAccounts } from './useAccounts'
import { useClipboard } from './useClipboard'
import { useCodes } from './useCodes'

/** The state of the vault as the background told it; accounts and codes have stores of their own. */
export const useApp = defineStore('app', () => {
  const accounts = useAccounts()
  const codes = useCodes()
  const clipboard = useClipboard()
  const problem = shallowRef<RequestCode>()
  const state = shallowRef<Omit<AppState, 'accounts' | 'codes'>>()
  let loading: Promise<void> | undefined
  let changesHeard = 0
  let changesLoaded = 0
  /** Whether the person did any of it; what only follows the background is no use of the vault. */
  let isUsed = false
  let isLocking = false

  /** Asks for everything. A change that is announced meanwhile makes it ask once more. */
  function load(isFollowing = false): Promise<void> {
    changesHeard += 1
    isUsed ||= !isFollowing
    loading ??= loadUntilCurrent().finally(() => {
      loading = undefined
    })
    return loading
  }

  async function loadUntilCurrent(): Promise<void> {
    while (changesLoaded < changesHeard) {
      const asked = changesHeard
      const terms = isUsed ? {} : { isFollowing: true }
      isUsed = false
      const reply = await request('app.load', terms)
      // Nothing is drawn in a language that is still on its way.
      if (reply.ok && !hasLanguage(reply.value.settings.language)) {
        await applySettings(reply.value.settings)
      }
      // Nor is what went wrong, where nothing came that names one.
      if (!reply.ok && !state.value) await startLanguage()
      changesLoaded = asked
      // The background may have changed, or locked, while the answer was on its way.
      if (reply.ok && asked === changesHeard) accept(reply.value)
      problem.value = reply.ok ? undefined : reply.code
      if (reply.ok && reply.value.isPartial) await loadRest(asked)
    }
  }

  /** The first rows are on the page; the rest is for scrolling and for the search. */
  async function loadRest(asked: number): Promise<void> {
    const reply = await request('accounts.list', {})
    if (reply.ok && asked === changesHeard && !isLocking) {
      accounts.accept(reply.value, state.value?.generation)
    }
  }

  function accept({ accounts: all, codes: views, ...rest }: AppState): void {
    if (isLocking && rest.status === 'unlocked') return // asked before the lock
    void applySettings(rest.settings)
    // A list that is already whole waits for its rest: rows must not go and come back.
    if (!rest.isPartial || accounts.accounts.length === 0) accounts.accept(all, rest.generation)
    codes.accept(views, accounts.accounts)
    state.value = rest
  }

  async function unlock(passphrase: string): Promise<Reply<null>> {
    isUsed = true // also where the view hears of it, and loads, before the answer is here
    const reply = await request('vault.unlock', { passphrase })
    if (reply.ok) await (loading ?? load())
    // A pause has begun, and only the background knows until when.
    else if (reply.code === 'vault-damaged' || reply.code === 'vault-too-new')
      noteDamage(reply.code)
    else if (reply.code === 'throttled' || reply.detail?.['triesLeft'] === 0) await load()
    return reply
  }

  /** Unlocks with the recovery code and sets a new passphrase. */
  async function recover(recoveryCode: string, next: ChosenPassphrase): Promise<Reply<null>> {
    isUsed = true
    const reply = await request('vault.recover', { recoveryCode, ...next })
    // Also after a refusal: the code may have been right, and only the new passphrase not saved.
    await (loading ?? load())
    return reply
  }

  /** Unlocks with a passphrase that the vault had once, and sets a new one. */
  async function recoverOlder(older: string, next: ChosenPassphrase): Promise<Reply<null>> {
    isUsed = true
    const reply = await request('snapshots.recover', { older, ...next })
    await (loading ?? load())
    return reply
  }

  async function lock(): Promise<Reply<null>> {
    blank()
    isLocking = true
    const reply = await request('vault.lock', {})
    isLocking = false
    await load()
    return reply
  }

  /** Changes settings that need no passphrase; every open page follows the announcement. */
  async function change(part: Partial<Settings>): Promise<Reply<Settings>> {
    const reply = await request('settings.update', { ...part })
    if (reply.ok && state.value) state.value = { ...state.value, settings: reply.value }
    if (reply.ok) void applySettings(reply.value)
    return reply
  }

  /** Says that this view goes about what it was opened for, so that no other does. */
  async function noteErrand(): Promise<void> {
    await request('app.noteErrand', {})
  }

  /** The header looked whole, but nothing behind it can be opened. */
  function noteDamage(damage: NonNullable<AppState['damage']>): void {
    if (state.value) state.value = { ...state.value, damage }
  }

  /** Takes everything secret off the page at once, without waiting for anyone. */
  function blank(): void {
    codes.clear()
    accounts.accept([])
    void clipboard.clear()
    if (state.value) state.value = { ...state.value, status: 'locked' }
  }

  /** Follows the background until the returned function is called. */
  function listen(): () => void {
    return onPageEvent((event) => {
      if (event === 'vault.locked') blank()
      void load(true)
    })
  }

  return {
    isLoaded: computed(() => state.value !== undefined),
    /** Why the last load brought nothing. */
    problem: computed(() => problem.value),
    status: computed(() => state.value?.status),
    damage: computed(() => state.value?.damage),
    settings: computed(() => state.value?.settings),
    /** Epoch ms until which unlocking is refused. */
    unlockWaitUntil: computed(() => state.value?.unlockWaitUntil),
    /** Absent while the vault is locked. */
    isRecoveryConfirmed: computed(() => state.value?.isRecoveryConfirmed),
    /** How well the vault is backed up; absent while it is locked. */
    backup: computed(() => state.value?.backup),
    /** What was being typed when the popup closed. */
    form: computed(() => state.value?.form),
    /** What was gathered of an export when the popup closed. */
    parts: computed(() => state.value?.parts),
    /** How many entries of the vault could not be read as accounts. */
    unreadable: computed(() => state.value?.unreadable ?? 0),
    /** How many accounts lie in the trash. */
    trashed: computed(() => state.value?.trashed ?? 0),
    /** Chosen in the context menu, and not scanned yet. */
    isPictureChosen: computed(() => state.value?.isPictureChosen === true),
    /** The site of the active tab, where codes may be filled. */
    site: computed(() => state.value?.tab?.site),
    /** The host of a page to which no code goes. */
    insecureHost: computed(() => state.value?.tab?.insecureHost),
    /** What is added to this computer's clock for every code. */
    correction: computed(() => state.value?.correction),
    urgentTasks: computed(() => state.value?.urgentTasks ?? 0),
    /** What this view was opened for. */
    errand: computed(() => state.value?.errand),
    /** What a field of the page asked for. */
    offer: computed(() => state.value?.offer),
    load,
    unlock,
    recover,
    recoverOlder,
    lock,
    change,
    noteErrand,
    listen,
  }
})
