import type { DismissReason } from '../core/checkup/dismissal'
import {
  findTasks,
  findUrgentTasks,
  stateOf,
  type Task,
  type TaskId,
} from '../core/checkup/findTasks'
import { DEFAULT_COST } from '../core/crypto/argon2'
import { success, type Result } from '../core/result'
import type { VaultHeader } from '../core/vault/vaultFormat'
import type { VaultData } from '../core/vault/vaultData'
import type { ClockService } from './clockService'
import type { SettingsService } from './settingsService'
import type { ReadCode, UpdateCode, UpdateOptions, VaultService } from './vaultService'

interface CheckupOptions {
  readonly vault: VaultService
  readonly settings: SettingsService
  readonly clock: ClockService
  readonly now: () => number
  readonly hasWideAccess: () => Promise<boolean>
}

/** What can be done for the safety of this vault, and what the person decided to leave. */
export function createCheckupService(options: CheckupOptions) {
  const { vault, settings, clock, now } = options

  async function read(): Promise<Result<readonly Task[], ReadCode>> {
    const { opened } = await vault.readState()
    if (opened) return success(await findIn(opened.data, opened.header))
    const data = await vault.read()
    return data.ok ? success([]) : data
  }

  async function findIn(data: VaultData, header: VaultHeader): Promise<readonly Task[]> {
    return findTasks({
      now: now(),
      data,
      autoLockMinutes: (await settings.read()).autoLockMinutes,
      isKeyCheap: isKeyCheap(header),
      hasWideAccess: await options.hasWideAccess(),
      isClockCorrected: (await clock.read()) !== undefined,
    })
  }

  /** How much has to be done now. */
  function countUrgent(data: VaultData): number {
    return findUrgentTasks({ data, now: now() }).filter(({ dismissed }) => !dismissed).length
  }

  /** Puts a task away as it stands now; without a reason it is taken up again. */
  async function dismiss(
    taskId: TaskId,
    reason: DismissReason | undefined,
    terms?: UpdateOptions,
  ): Promise<Result<null, ReadCode | UpdateCode>> {
    const tasks = await read()
    if (!tasks.ok) return tasks
    const task = tasks.value.find(({ id }) => id === taskId)
    return vault.update((data) => {
      const others = (data.dismissed ?? []).filter((it) => it.task !== taskId)
      const put = task && reason ? [{ task: taskId, state: stateOf(task), reason }] : []
      return success({ data: { ...data, dismissed: [...others, ...put] }, answer: null })
    }, terms)
  }

  return { read, countUrgent, dismiss }
}

export type CheckupService = ReturnType<typeof createCheckupService>

function isKeyCheap({ slots }: VaultHeader): boolean {
  const kdf = slots.find(({ type }) => type === 'passphrase')?.kdf
  if (!kdf || !('memoryKib' in kdf)) return false
  return kdf.memoryKib * kdf.iterations < DEFAULT_COST.memoryKib * DEFAULT_COST.iterations
}
