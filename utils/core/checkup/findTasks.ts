import type { Account } from '../account'
import { livingAccounts } from '../vault/edits'
import { readBackupHealth } from '../vault/backupHealth'
import type { VaultData } from '../vault/vaultData'
import type { DismissReason } from './dismissal'
import { isPasskeyService } from './passkeyServices'

/** What can be done for the safety of a vault. */
export const TASKS = [
  'unreadable',
  'backup-none',
  'backup-old',
  'recovery-unconfirmed',
  'plain-export',
  'passphrase-weak',
  'backup-untested',
  'key-cheap',
  'lock-long',
  'secret-twice',
  'secret-short',
  'site-missing',
  'account-unused',
  'access-wide',
  'clock-corrected',
  'passkey-possible',
] as const
export type TaskId = (typeof TASKS)[number]

export interface Task {
  readonly id: TaskId
  readonly isUrgent: boolean
  readonly count: number
  /** The accounts that it is about. */
  readonly accountIds: readonly string[]
  readonly dismissed?: DismissReason
}

export interface CheckupFacts {
  readonly now: number
  readonly data: VaultData
  readonly autoLockMinutes: number | 'never'
  /** Whether guessing the passphrase costs less than it does by default. */
  readonly isKeyCheap: boolean
  /** Whether the extension may look at every site. */
  readonly hasWideAccess: boolean
  readonly isClockCorrected: boolean
}

const DAY_MS = 86_400_000
const BACKUP_DAYS = 30
const MANY_CHANGES = 5
const PLAIN_EXPORT_DAYS = 7
const UNUSED_DAYS = 365
const LONG_LOCK_MINUTES = 60
/** RFC 4226 section 4 asks for 128 bits and recommends 160; below 80 it can be searched. */
const MIN_SECRET_BITS = 80
const FEW_SITES = 3

/** What is to be done now, most urgent first; what was put away comes along with its reason. */
export function findTasks(facts: CheckupFacts): readonly Task[] {
  const accounts = livingAccounts(facts.data)
  const others =
    accounts.length === 0 ? [] : [...judgeVault(facts, accounts), ...judgeAccounts(facts, accounts)]
  return [...findUrgentTasks(facts), ...withReasons(facts.data, others)]
}

/** The urgent ones alone: the popup counts them each time it opens. */
export function findUrgentTasks({
  data,
  now,
}: Pick<CheckupFacts, 'data' | 'now'>): readonly Task[] {
  const unreadable = data.unreadable?.length ?? 0
  const { madeAt, changes } = readBackupHealth(data)
  const isOld =
    madeAt !== undefined &&
    (changes >= MANY_CHANGES || (changes > 0 && now - madeAt > BACKUP_DAYS * DAY_MS))
  const exported = data.plainExportAt
  const isExported = exported !== undefined && now - exported <= PLAIN_EXPORT_DAYS * DAY_MS
  const isEmpty = livingAccounts(data).length === 0
  const tasks = [
    ...when(unreadable > 0, 'unreadable', { count: unreadable }),
    ...when(!isEmpty && madeAt === undefined, 'backup-none'),
    ...when(!isEmpty && isOld, 'backup-old', { count: changes }),
    ...when(!isEmpty && data.recoveryConfirmedAt === undefined, 'recovery-unconfirmed'),
    ...when(!isEmpty && isExported, 'plain-export', { count: exported ?? 0 }),
    ...when(!isEmpty && data.isPassphraseWeak === true, 'passphrase-weak'),
  ]
  return withReasons(
    data,
    tasks.map((task) => ({ ...task, isUrgent: true })),
  )
}

function withReasons({ dismissed = [] }: VaultData, tasks: readonly Task[]): readonly Task[] {
  return tasks.map((task) => {
    const state = stateOf(task)
    const put = dismissed.find((it) => it.task === task.id && it.state === state)
    return put ? { ...task, dismissed: put.reason } : task
  })
}

/** How a task stands; a task that was put away stays away only as long as this is the same. */
export function stateOf({ id, count, accountIds }: Task): string {
  return `${id}:${String(count)}:${hash([...accountIds].sort().join(' '))}`
}

function judgeVault(facts: CheckupFacts, accounts: readonly Account[]): readonly Task[] {
  const { madeAt, testedAt } = readBackupHealth(facts.data)
  const sites = new Set(accounts.flatMap(({ sites }) => sites))
  return [
    ...when(madeAt !== undefined && testedAt === undefined, 'backup-untested'),
    ...when(facts.isKeyCheap, 'key-cheap'),
    ...when(
      facts.autoLockMinutes === 'never' || facts.autoLockMinutes > LONG_LOCK_MINUTES,
      'lock-long',
    ),
    ...when(facts.hasWideAccess && sites.size > 0 && sites.size <= FEW_SITES, 'access-wide', {
      count: sites.size,
    }),
    ...when(facts.isClockCorrected, 'clock-corrected'),
  ]
}

function judgeAccounts({ now }: CheckupFacts, accounts: readonly Account[]): readonly Task[] {
  const bySecret = Map.groupBy(accounts, ({ secret }) => secret)
  const about = (id: TaskId, test: (account: Account) => boolean) => {
    const accountIds = accounts.filter(test).map((account) => account.id)
    return when(accountIds.length > 0, id, { count: accountIds.length, accountIds })
  }
  const lastSeen = ({ usedAt = 0, createdAt }: Account) => Math.max(usedAt, createdAt)
  return [
    ...about('secret-twice', ({ secret }) => (bySecret.get(secret)?.length ?? 0) > 1),
    ...about('secret-short', ({ secret }) => secret.length * 5 < MIN_SECRET_BITS),
    ...about('site-missing', ({ sites }) => sites.length === 0),
    ...about('account-unused', (it) => (now - lastSeen(it)) / DAY_MS > UNUSED_DAYS),
    ...about('passkey-possible', ({ issuer }) => isPasskeyService(issuer)),
  ]
}

function when(isTrue: boolean, id: TaskId, change: Partial<Task> = {}): readonly Task[] {
  return isTrue ? [{ id, isUrgent: false, count: 1, accountIds: [], ...change }] : []
}

/** FNV-1a: only for noticing that something changed. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const letter of text) {
    value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value.toString(36)
}
