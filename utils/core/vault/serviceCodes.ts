import type { Account, RecoveryCode } from '../account'
import { cleanText } from '../otpauth/cleanText'
import { failure, success, type Result } from '../result'
import { changeAccount, livingAccounts, type Edit } from './edits'

export const MAX_SERVICE_CODES = 100
export const MAX_SERVICE_CODE_CHARACTERS = 100
/** More than an account keeps, so that too many are said to be too many. */
export const MAX_PASTED_CODES = 5000

// What lists put before an entry: "1." "2)" "-" "•" "[ ]".
const LIST_MARK = /^(?:\d{1,3}[.):]\s+|[-*•·☐□▢✓✔]\s*|\[[ xX]?\]\s*)+/u
// Eight signs or more, and a digit among them.
const WHOLE_CODE = /^(?=.*\d)(?:-*[\p{L}\p{N}]){8,}$/u
const SEPARATORS = /[\n\r\t,;|]|\s{2,}/u

/**
 * The codes in a text that a service showed: one a line or in columns, with numbers or dashes before them.
 * A heading taken for a code does no harm, a code taken for a heading does: only sentences are left out.
 */
export function readServiceCodes(text: string): readonly string[] {
  const pieces = text
    .split(SEPARATORS)
    .flatMap(splitWholeCodes)
    .map((piece) => cleanText(piece).replace(LIST_MARK, '').trim())
    .filter(isCode)
  return [...new Set(pieces)].slice(0, MAX_PASTED_CODES)
}

/** "1234 5678" is one code in two groups; words that are long enough by themselves are a code each. */
function splitWholeCodes(piece: string): readonly string[] {
  const words = piece.trim().split(' ')
  return words.length > 1 && words.every((word) => WHOLE_CODE.test(word)) ? words : [piece]
}

function isCode(piece: string): boolean {
  const signs = piece.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const isSentence = /[:.!?]$/u.test(piece) || (piece.split(' ').length > 4 && !/\d/u.test(piece))
  return signs >= 4 && piece.length <= MAX_SERVICE_CODE_CHARACTERS && !isSentence
}

/** Codes as they may be kept: each once, without invisible signs, and not without end. */
export function cleanServiceCodes(codes: readonly RecoveryCode[]): readonly RecoveryCode[] {
  return cleanAll(codes).slice(0, MAX_SERVICE_CODES)
}

/**
 * Puts codes behind those that are there; one that is there already stays as it is. Where there is no room,
 * used ones go, the longest used first; a good one never does.
 */
export function joinServiceCodes(
  before: readonly RecoveryCode[],
  codes: readonly string[],
): Result<readonly RecoveryCode[], 'codes-too-many'> {
  const all = cleanAll([...before, ...codes.map((code) => ({ code }))])
  const surplus = Math.max(0, all.length - MAX_SERVICE_CODES)
  const used = all.filter(({ usedAt }) => usedAt !== undefined)
  const gone = new Set(used.sort((a, b) => (a.usedAt ?? 0) - (b.usedAt ?? 0)).slice(0, surplus))
  return gone.size < surplus
    ? failure('codes-too-many')
    : success(all.filter((it) => !gone.has(it)))
}

function cleanAll(codes: readonly RecoveryCode[]): readonly RecoveryCode[] {
  const clean = new Map<string, RecoveryCode>()
  for (const it of codes) {
    const code = cleanText(it.code)
    if (code === '' || code.length > MAX_SERVICE_CODE_CHARACTERS || clean.has(code)) continue
    clean.set(code, { ...it, code })
  }
  return [...clean.values()]
}

/** Adds codes, or says that there is no room for them. */
export function addServiceCodes(
  id: string,
  codes: readonly string[],
  now: number,
): Edit<Account, 'account-missing' | 'codes-too-many'> {
  return (data, done) => {
    if (done) return changeAccount(id, now, (account) => account)(data, done)
    const account = livingAccounts(data).find((it) => it.id === id)
    const joined = joinServiceCodes(account?.recoveryCodes ?? [], codes)
    return joined.ok ? changeCodes(id, now, () => joined.value)(data) : joined
  }
}

/** Ticks a code off, or takes the tick back. */
export function markServiceCode(
  id: string,
  code: string,
  isUsed: boolean,
  now: number,
): Edit<Account, 'account-missing'> {
  return changeCodes(id, now, (before) =>
    before.map((it) => (it.code === code ? mark(it, isUsed, now) : it)),
  )
}

export function removeServiceCodes(
  id: string,
  codes: readonly string[],
  now: number,
): Edit<Account, 'account-missing'> {
  const gone = new Set(codes)
  return changeCodes(id, now, (before) => before.filter(({ code }) => !gone.has(code)))
}

function mark({ code, usedAt }: RecoveryCode, isUsed: boolean, now: number): RecoveryCode {
  return isUsed ? { code, usedAt: usedAt ?? now } : { code }
}

function changeCodes(
  id: string,
  now: number,
  change: (before: readonly RecoveryCode[]) => readonly RecoveryCode[],
): Edit<Account, 'account-missing'> {
  return changeAccount(id, now, ({ recoveryCodes, ...account }) => {
    const next = change(recoveryCodes ?? [])
    return next.length === 0 ? account : { ...account, recoveryCodes: next }
  })
}
