import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { decodeBase32 } from '../utils/core/otp/base32.ts'
import { launch, type BrowserKind } from '../tests/support/browserDriver.ts'
import { measureBulkImport } from './measureBulkImport.ts'
import { round } from './statistics.ts'

const OUTPUT = join(import.meta.dirname, '../.output')

interface Expected {
  readonly format: string
  readonly file?: string
  readonly files?: readonly string[]
  readonly password?: string | null
  readonly wrongPassword?: string | null
  readonly negative?: 'needs-password' | 'unsupported' | 'invalid' | null
  readonly expectedFailures?: number
  readonly entries: readonly ExpectedEntry[]
}
interface ExpectedEntry {
  readonly type: string
  readonly issuer: string
  readonly account: string
  readonly secret: string
  readonly algorithm: string
  readonly digits: number
  readonly period: number | null
  readonly counter: number | null
  readonly optional?: boolean
  readonly accept?: { readonly issuer?: readonly string[]; readonly account?: readonly string[] }
}
interface ReadAccount {
  readonly type: string
  readonly issuer: string
  readonly account: string
  readonly secret: string
  readonly algorithm: string
  readonly digits: number
  readonly periodSeconds: number
  readonly counter: number
}
interface Answer {
  readonly format: string
  readonly result:
    | { readonly ok: true; readonly value: { readonly entries: readonly AnswerEntry[] } }
    | { readonly ok: false; readonly code: string }
}
type AnswerEntry =
  | { readonly ok: true; readonly value: ReadAccount }
  | { readonly ok: false; readonly code: string; readonly issuer: string; readonly account: string }

interface Score {
  files: number
  expected: number
  exact: number
  reported: number
  wrong: number
  lost: number
  negatives: number
  negativesRefused: number
  wrongPasswords: number
  wrongPasswordsRefused: number
  maxMs: number
}

/**
 * Reads a folder of real exports with known contents, in the import worker of the build that ships, and
 * then takes many accounts in through the page.
 */
export async function measureImports(
  set: string,
  { kind, bulk }: { readonly kind: BrowserKind; readonly bulk: number },
): Promise<object> {
  const driver = await launch(kind, { extensionDir: join(OUTPUT, `${kind}-mv3`) })
  try {
    const page = await driver.openExtensionPage('options.html')
    const byFormat: Record<string, Score> = {}
    const failures: string[] = []
    for (const directory of findCases(set)) {
      // The layout is the corpus' own, and a case that does not have it fails loudly.
      const expected = JSON.parse(
        readFileSync(join(directory, 'expected.json'), 'utf8'),
      ) as Expected
      const score = await measureCase(page, directory, expected)
      const name = directory.slice(set.length).replace(/^\//u, '')
      if (score.wrong + score.lost + (score.negatives - score.negativesRefused) > 0)
        failures.push(name)
      add((byFormat[expected.format] ??= emptyScore()), score)
    }
    const total = emptyScore()
    for (const score of Object.values(byFormat)) add(total, score)
    console.table(byFormat)
    const bulkImport = await measureBulkImport(driver, bulk)
    return { ...total, failures: failures.join(' '), byFormat, bulkImport }
  } finally {
    await driver.close()
  }
}

function findCases(set: string): readonly string[] {
  return readdirSync(set, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('expected.json'))
    .map((path) => join(set, path.slice(0, -'expected.json'.length)))
    .sort()
}

async function measureCase(page: Page, directory: string, expected: Expected): Promise<Score> {
  const score = emptyScore()
  const files = expected.files ?? [expected.file ?? '']
  const entries: AnswerEntry[] = []
  for (const file of files) {
    const bytes = readFileSync(join(directory, file)).toString('base64')
    const start = performance.now()
    const answer = await readInWorker(page, bytes, expected.password ?? undefined)
    score.files++
    score.maxMs = Math.max(score.maxMs, round(performance.now() - start, 0))
    if (answer.result.ok) entries.push(...answer.result.value.entries)
    if (expected.negative) {
      score.negatives++
      if (isRefusedAs(expected.negative, answer)) score.negativesRefused++
    }
    if (typeof expected.wrongPassword === 'string' && typeof expected.password === 'string') {
      const wrong = await readInWorker(page, bytes, expected.wrongPassword)
      score.wrongPasswords++
      if (!wrong.result.ok && wrong.result.code === 'wrong-password') score.wrongPasswordsRefused++
    }
  }
  compare(expected, entries, score)
  return score
}

function compare(expected: Expected, entries: readonly AnswerEntry[], score: Score): void {
  const accounts = entries.flatMap((entry) => (entry.ok ? [entry.value] : []))
  const refusals = entries.length - accounts.length
  let optional = 0
  for (const entry of expected.entries) {
    const at = accounts.findIndex((account) => isSame(entry, account))
    if (at >= 0) {
      accounts.splice(at, 1)
      score.exact++
    } else if (entry.optional) optional++
    else score.lost++
  }
  score.expected = expected.entries.length
  score.reported = refusals
  score.wrong = accounts.length
  // What cannot be represented has to be named: less names than such entries is a loss too.
  score.lost += Math.max(0, optional + (expected.expectedFailures ?? 0) - refusals)
}

function isSame(entry: ExpectedEntry, account: ReadAccount): boolean {
  return (
    entry.type === account.type &&
    hexOf(entry.secret) === hexOf(account.secret) &&
    entry.algorithm === account.algorithm &&
    entry.digits === account.digits &&
    (entry.type === 'hotp'
      ? entry.counter === account.counter
      : (entry.period ?? 30) === account.periodSeconds) &&
    (entry.accept?.issuer ?? [entry.issuer]).includes(account.issuer) &&
    (entry.accept?.account ?? [entry.account]).includes(account.account)
  )
}

function hexOf(base32: string): string {
  return Buffer.from(decodeBase32(base32) ?? []).toString('hex')
}

const UNSUPPORTED = ['account-restricted', 'pgp-encrypted', 'app-locked', 'pdf-unsupported']

function isRefusedAs(negative: NonNullable<Expected['negative']>, { result }: Answer): boolean {
  if (result.ok) return false
  if (negative === 'needs-password') return result.code === 'password-needed'
  if (negative === 'unsupported') return UNSUPPORTED.includes(result.code)
  return true
}

function readInWorker(page: Page, base64: string, password: string | undefined): Promise<Answer> {
  return page.evaluate(
    async (text, secret) => {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      const worker = new Worker('/importer.js')
      const answer = await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => {
          resolve(data)
        }
        worker.onerror = (event) => {
          reject(new Error(event.message))
        }
        worker.postMessage({ bytes, ...(secret === null ? {} : { password: secret }) })
      })
      worker.terminate()
      return answer as Answer
    },
    base64,
    password ?? null,
  )
}

function emptyScore(): Score {
  return {
    files: 0,
    expected: 0,
    exact: 0,
    reported: 0,
    wrong: 0,
    lost: 0,
    negatives: 0,
    negativesRefused: 0,
    wrongPasswords: 0,
    wrongPasswordsRefused: 0,
    maxMs: 0,
  }
}

function add(sum: Score, part: Score): void {
  for (const key of Object.keys(sum) as (keyof Score)[]) {
    if (key === 'maxMs') sum.maxMs = Math.max(sum.maxMs, part.maxMs)
    else sum[key] += part[key]
  }
}
