import type { Account } from '../core/account'
import { resyncCounter } from '../core/assist/resyncCounter'
import { cleanCode, solveCode, type CodeSolution } from '../core/assist/solveCode'
import { displayName } from '../core/list/listSections'
import { generateCode, timeStepAt } from '../core/otp/generateCode'
import { failure, success, type Result } from '../core/result'
import { keepFormer } from '../core/vault/editAccount'
import { changeAccount, livingAccounts } from '../core/vault/edits'
import type { CodeComparison } from '../protocol/views'
import type { ClockService } from './clockService'
import type { ReadCode, UpdateCode, UpdateOptions, VaultService } from './vaultService'

interface CompareOptions {
  readonly vault: VaultService
  readonly clock: ClockService
  readonly now: () => number
}

/** Compares accounts with codes that work elsewhere: on the phone, or as the site accepted them. */
export function createCompareService({ vault, clock, now }: CompareOptions) {
  async function solve(
    accountId: string,
    code: string,
  ): Promise<Result<CodeComparison, ReadCode | 'account-missing' | 'not-a-code'>> {
    const found = await find(accountId)
    if (!found.ok) return found
    const { account, others } = found.value
    if (!/^[0-9A-Z]{4,10}$/u.test(cleanCode(code))) return failure('not-a-code')
    const moment = await clock.readNow()
    const solution = solveCode(account, code, moment)
    const other = others.find((it) => makesCode(it, cleanCode(code), moment))
    // The code of this minute of another account says more than an odd parameter of this one.
    if (other && !(solution && isPlain(account, solution))) {
      return success({ kind: 'other', accountId: other.id, name: displayName(other) })
    }
    return success(solution ? describe(account, solution) : { kind: 'stranger' })
  }

  /** Takes over what the code says; it is solved again, so that no page tells what to change. */
  async function adopt(
    accountId: string,
    code: string,
    terms?: UpdateOptions,
  ): Promise<Result<null, UpdateCode | 'account-missing' | 'not-a-code' | 'not-measured'>> {
    const comparison = await solve(accountId, code)
    if (!comparison.ok) return comparison
    const { value } = comparison
    if (value.kind === 'clock') {
      const offsetMs = (await clock.readOffsetMs()) + value.seconds * 1000
      return (await clock.correct(offsetMs)) ? success(null) : failure('not-measured')
    }
    if (value.kind !== 'parameters') return failure('not-measured')
    const { algorithm, digits, periodSeconds } = value
    const change = (account: Account) => {
      const next = { ...account, algorithm, digits, periodSeconds }
      return { ...next, ...keepFormer(account, next) }
    }
    const changed = await vault.update(changeAccount(accountId, now(), change), terms)
    return changed.ok ? success(null) : changed
  }

  async function resync(
    accountId: string,
    { first, second }: { readonly first: string; readonly second: string },
    terms?: UpdateOptions,
  ): Promise<Result<null, UpdateCode | 'account-missing' | 'not-hotp' | 'codes-unrelated'>> {
    const found = await find(accountId)
    if (!found.ok) return found
    const { account } = found.value
    if (account.type !== 'hotp') return failure('not-hotp')
    const counter = resyncCounter(account, first, second)
    if (counter === undefined) return failure('codes-unrelated')
    const change = (it: Account) => ({ ...it, counter })
    const changed = await vault.update(changeAccount(accountId, now(), change), terms)
    return changed.ok ? success(null) : changed
  }

  async function find(accountId: string) {
    const data = await vault.read()
    if (!data.ok) return data
    const accounts = livingAccounts(data.value)
    const account = accounts.find(({ id }) => id === accountId)
    if (!account) return failure('account-missing')
    return success({ account, others: accounts.filter(({ id }) => id !== accountId) })
  }

  return { solve, adopt, resync }
}

export type CompareService = ReturnType<typeof createCompareService>

function describe(account: Account, solution: CodeSolution): CodeComparison {
  const { algorithm, digits, periodSeconds, steps, zoneMinutes } = solution
  const isSameShape =
    algorithm === account.algorithm &&
    digits === account.digits &&
    periodSeconds === account.periodSeconds
  if (!isSameShape) return { kind: 'parameters', algorithm, digits, periodSeconds }
  // Reading, typing and the turn of a period make one step of difference by themselves.
  if (zoneMinutes === 0 && Math.abs(steps) <= 1) return { kind: 'same' }
  const seconds = zoneMinutes * 60 + steps * periodSeconds
  return { kind: 'clock', seconds, isZone: zoneMinutes !== 0 }
}

function isPlain(account: Account, solution: CodeSolution): boolean {
  return describe(account, solution).kind === 'same'
}

/** Whether it is an account's code of now, of just before or of just after. */
function makesCode(account: Account, code: string, now: number): boolean {
  if (account.type === 'hotp') return false
  const step = timeStepAt(now, account.periodSeconds)
  return [0, -1, 1].some((near) => generateCode(account, step + near) === code)
}
