import type { Account } from '../core/account'
import { generateCode, generateTimedCode } from '../core/otp/generateCode'
import { failure, success, type Result } from '../core/result'
import { changeAccount, livingAccounts, noteUse as noteUseOf } from '../core/vault/edits'
import type { CodeView } from '../protocol/views'
import type { ReadCode, UpdateCode, UpdateOptions, VaultService } from './vaultService'

/** With less time left than this a code may arrive too late, so the fresh one is waited for. */
const MIN_REMAINING_MS = 3000

interface CodeOptions {
  readonly vault: VaultService
  readonly now: () => number
  /** What is added to this computer's clock; the moments of a code's end stay this computer's. */
  readonly readOffsetMs: () => Promise<number>
  readonly sleep: (durationMs: number) => Promise<void>
}

export function createCodeService({ vault, now, readOffsetMs, sleep }: CodeOptions) {
  /** Codes of the time-based accounts asked for; hotp accounts have none until they are advanced. */
  async function current(
    accountIds: readonly string[],
  ): Promise<Result<readonly CodeView[], ReadCode>> {
    const data = await vault.read()
    if (!data.ok) return data
    const wanted = new Set(accountIds)
    const accounts = livingAccounts(data.value).filter(({ id }) => wanted.has(id))
    return success(await viewCodes(accounts))
  }

  /** Codes of accounts already read, computed at one instant. */
  async function viewCodes(accounts: readonly Account[]): Promise<readonly CodeView[]> {
    const offsetMs = await readOffsetMs()
    const moment = now() + offsetMs
    return accounts
      .filter(({ type }) => type !== 'hotp')
      .flatMap((account) => viewCode(account, moment, offsetMs))
  }

  /**
   * The next code of a hotp account. The moved counter is saved before the code is known to anyone, so
   * that no stop in between shows a code twice (RFC 4226 section 7.2).
   */
  async function advance(
    accountId: string,
    asked?: UpdateOptions,
  ): Promise<Result<CodeView, UpdateCode | 'account-missing' | 'not-hotp'>> {
    const account = await vault.update((data, done) => {
      const found = livingAccounts(data).find(({ id }) => id === accountId)
      if (!found) return failure('account-missing')
      if (found.type !== 'hotp') return failure('not-hotp')
      const counter = done?.receipt ?? found.counter
      const moved = changeAccount(accountId, now(), (it) => ({ ...it, counter: counter + 1 }))(data)
      return moved.ok ? success({ ...moved.value, receipt: counter, accountId }) : moved
    }, asked)
    if (!account.ok) return account
    const { counter, updatedAt } = account.value
    const code = generateCode(account.value, counter - 1)
    return success({ accountId, code, made: { counter, updatedAt } })
  }

  /** Takes the last command back, an advance that was a slip: `counter` is the one it used. */
  function stepBack(
    accountId: string,
    counter: number,
    asked?: UpdateOptions,
  ): Promise<Result<Account, UpdateCode | 'account-missing' | 'not-hotp'>> {
    return vault.update((data, done) => {
      const found = livingAccounts(data).find(({ id }) => id === accountId)
      if (!found) return failure('account-missing')
      if (found.type !== 'hotp') return failure('not-hotp')
      const last = data.commands?.at(-1)
      const isLast = last?.accountId === accountId && last.receipt === counter
      if (!done && !(isLast && found.counter === counter + 1)) return failure('conflict')
      return changeAccount(accountId, now(), (it) => ({ ...it, counter }))(data)
    }, asked)
  }

  /** Waits, for seconds at most, until the account's code will still be valid when it arrives. */
  async function waitUntilFresh(account: Account): Promise<void> {
    if (account.type === 'hotp' || account.periodSeconds * 1000 <= MIN_REMAINING_MS) return
    const moment = now() + (await readOffsetMs())
    const remainingMs = generateTimedCode(account, moment).validUntil - moment
    if (remainingMs < MIN_REMAINING_MS) await sleep(remainingMs)
  }

  /** The code to fill. */
  async function takeForFill(
    account: Account,
  ): Promise<Result<string, UpdateCode | 'account-missing' | 'not-hotp'>> {
    void noteUse(account.id)
    if (account.type !== 'hotp') {
      return success(generateTimedCode(account, now() + (await readOffsetMs())).code)
    }
    const advanced = await advance(account.id)
    return advanced.ok ? success(advanced.value.code) : advanced
  }

  /** Open views are not told of it: a list that is ordered by use must not move under the pointer. */
  function noteUse(accountId: string): Promise<Result<null, UpdateCode | 'account-missing'>> {
    return vault.update(noteUseOf(accountId, now()), { isQuiet: true })
  }

  return { current, noteUse, viewCodes, advance, stepBack, waitUntilFresh, takeForFill }
}

export type CodeService = ReturnType<typeof createCodeService>

/** No code where none can be made: one such account must not take the codes of the others along. */
function viewCode(account: Account, moment: number, offsetMs: number): readonly CodeView[] {
  try {
    const { code, next, validUntil } = generateTimedCode(account, moment)
    return [{ accountId: account.id, code, next, validUntil: validUntil - offsetMs }]
  } catch {
    return []
  }
}
