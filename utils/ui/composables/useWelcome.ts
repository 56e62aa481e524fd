import { nextTick, ref, shallowRef, watch, type Ref } from 'vue'
import { closeOwnTab, openPage } from '../../platform/tabs'
import type { VaultStatus } from '../../protocol/views'
import type { SiteAccess } from './useSiteAccess'

export const WELCOME_STEPS = ['create', 'recovery', 'access', 'done'] as const
/** Restoring a backup takes the place of creating an empty vault. */
export type WelcomeStep = (typeof WELCOME_STEPS)[number] | 'restore'
/** The address of the welcome page where it begins with a backup. */
export const RESTORE_HASH = '#restore'

/** The way through the first run: the vault, its recovery code, access to websites, what to do next. */
export function useWelcome(
  heading: Readonly<Ref<HTMLElement | null>>,
  access: SiteAccess,
  status: Readonly<Ref<VaultStatus | undefined>>,
) {
  const step = shallowRef<WelcomeStep>()
  const wantsAccess = ref(false)
  /** Known from its making until it is put away; a reload of the page forgets it. */
  const recoveryCode = shallowRef('')
  const isCostReduced = shallowRef(false)

  /** A vault that exists already is not asked for again. */
  function begin(status: VaultStatus): void {
    const first = location.hash === RESTORE_HASH ? 'restore' : 'create'
    step.value = status === 'none' ? first : 'access'
    wantsAccess.value = access.isGranted.value === true
  }

  /** Goes on and tells screen readers where they are: the focus moves to the new heading. */
  async function goTo(next: WelcomeStep): Promise<void> {
    step.value = next
    await nextTick()
    heading.value?.focus()
  }

  async function showRecovery(code: string, isReduced = false): Promise<void> {
    recoveryCode.value = code
    isCostReduced.value = isReduced
    await goTo('recovery')
  }

  /** The code opens the vault, so it leaves the page with the lock; the settings make a new one. */
  watch(status, (now) => {
    if (now === 'locked' && step.value === 'recovery') void leaveRecovery()
  })

  async function leaveRecovery(): Promise<void> {
    await goTo('access')
    recoveryCode.value = ''
  }

  /** Handles the click itself: the browser asks its question only in answer to one. */
  async function settleAccess(): Promise<void> {
    const isGranted = access.isGranted.value === true
    if (wantsAccess.value && !isGranted) {
      await access.ask()
      if (access.answer.value === 'denied') {
        wantsAccess.value = false
        return
      }
    }
    if (!wantsAccess.value && isGranted) await access.remove()
    await goTo('done')
  }

  return {
    step,
    wantsAccess,
    recoveryCode,
    isCostReduced,
    begin,
    goTo,
    showRecovery,
    leaveRecovery,
    settleAccess,
    openSecurity: () => openPage('/options.html#security'),
    openRescue: () => openPage('/options.html#rescue'),
    finish: closeOwnTab,
  }
}
