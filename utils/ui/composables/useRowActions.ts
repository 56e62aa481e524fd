import { shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { shownName } from '../accounts/shownName'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useCodes } from '../stores/useCodes'
import { useToasts } from '../stores/useToasts'
import { useView, type AccountPart } from '../stores/useView'
import { useAdvice } from './useAdvice'
import { useCopyCode } from './useCopyCode'
import { useDeleteAccount } from './useDeleteAccount'
import { useFill } from './useFill'
import type { Direction } from './useMoving'
import { useSites } from './useSites'

export type RowAction =
  | 'fill'
  | 'copy'
  | 'copyNext'
  | 'edit'
  | 'pin'
  | 'up'
  | 'down'
  | 'sites'
  | 'share'
  | 'codes'
  | 'assist'
  | 'delete'

interface RowActionOptions {
  /** Moves a row in the person's own order. */
  readonly step: (account: AccountView, direction: Direction) => unknown
}

/** Everything that can be done with a row, by click, by key or from its menu. */
export function useRowActions({ step }: RowActionOptions) {
  const accounts = useAccounts()
  const codes = useCodes()
  const toasts = useToasts()
  const view = useView()
  const advice = useAdvice()
  const sites = useSites()
  const { copy, copyNext, copiedId } = useCopyCode({ onCopied: advice.afterCopy })
  const deleting = useDeleteAccount()
  const filling = useFill({ copyInstead: copy })
  const menu = shallowRef<{ readonly account: AccountView; readonly anchor: HTMLElement }>()

  function openMenu(account: AccountView, anchor: HTMLElement): void {
    menu.value = { account, anchor }
  }

  async function choose(action: RowAction): Promise<void> {
    const account = menu.value?.account
    menu.value = undefined
    if (account) await act(action, account)
  }

  async function act(action: RowAction, account: AccountView): Promise<void> {
    await ACTIONS[action](account)
  }

  async function togglePin({ id, pinned }: AccountView): Promise<void> {
    const reply = await accounts.pin(id, !pinned)
    if (!reply.ok) toasts.fail(reply)
  }

  const openPart =
    (part: AccountPart) =>
    ({ id }: AccountView): void => {
      view.open(part, id)
    }

  async function advance(account: AccountView): Promise<void> {
    const reply = await codes.advance(account)
    if (!reply.ok) {
      toasts.fail(reply)
      return
    }
    toasts.show({
      text: t('toast.advanced', { name: shownName(account), counter: String(account.counter) }),
      action: { label: t('toast.undo'), run: () => stepBack(account) },
    })
  }

  async function stepBack(account: AccountView): Promise<void> {
    const reply = await codes.stepBack(account)
    if (!reply.ok) toasts.fail(reply)
  }

  const ACTIONS: Readonly<Record<RowAction, (account: AccountView) => unknown>> = {
    fill: filling.fill,
    copy,
    copyNext,
    edit: openPart('edit'),
    pin: togglePin,
    up: (account) => step(account, 'up'),
    down: (account) => step(account, 'down'),
    sites: sites.show,
    share: openPart('share'),
    codes: openPart('codes'),
    assist: ({ id }) => {
      view.openAssist(id)
    },
    delete: deleting.remove,
  }

  return { copy, copiedId, filling, advice, sites, menu, openMenu, choose, act, deleting, advance }
}
