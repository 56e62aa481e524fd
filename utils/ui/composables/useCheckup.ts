import { computed, onScopeDispose, shallowRef } from 'vue'
import type { DismissReason } from '../../core/checkup/dismissal'
import type { Task, TaskId } from '../../core/checkup/findTasks'
import { shownName } from '../accounts/shownName'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import { t } from '../i18n/i18n'
import { useToasts } from '../stores/useToasts'

const MAX_NAMES = 3

/** The tasks of the check-up, in groups, as the background finds them; anew with every change. */
export function useCheckup() {
  const toasts = useToasts()
  const tasks = shallowRef<readonly Task[]>()
  const names = shallowRef<ReadonlyMap<string, string>>(new Map())

  async function load(): Promise<void> {
    const [found, accounts] = await Promise.all([
      request('checkup.read', {}),
      request('accounts.list', {}),
    ])
    if (accounts.ok) names.value = new Map(accounts.value.map((it) => [it.id, shownName(it)]))
    // A refusal needs no word: the page is told when the vault locks.
    tasks.value = found.ok ? found.value : undefined
  }

  async function dismiss(task: TaskId, reason?: DismissReason): Promise<void> {
    await afterChange(await request('checkup.dismiss', { task, ...(reason ? { reason } : {}) }))
  }

  async function removeCorrection(): Promise<void> {
    await afterChange(await request('assist.removeCorrection', {}))
  }

  async function afterChange(reply: Reply<null>): Promise<void> {
    if (!reply.ok) toasts.fail(reply)
    await load()
  }

  /** Some of the accounts that a task is about. */
  function describeAccounts({ accountIds }: Task): string {
    const some = accountIds
      .slice(0, MAX_NAMES)
      .flatMap((id) => names.value.get(id) ?? [])
      .join(', ')
    const count = accountIds.length - MAX_NAMES
    return count > 0 ? t('checkup.more', { names: some, count }) : some
  }

  const open = computed(() => tasks.value?.filter(({ dismissed }) => !dismissed) ?? [])
  onScopeDispose(onPageEvent(() => void load()))
  void load()

  return {
    isLoaded: computed(() => tasks.value !== undefined),
    count: computed(() => open.value.length),
    urgent: computed(() => open.value.filter(({ isUrgent }) => isUrgent)),
    good: computed(() => open.value.filter(({ isUrgent }) => !isUrgent)),
    putAway: computed(() => tasks.value?.filter(({ dismissed }) => dismissed) ?? []),
    describeAccounts,
    dismiss,
    removeCorrection,
  }
}
