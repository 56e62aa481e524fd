import { expect, it } from 'vitest'
import type { KdfLimits } from '../../utils/core/crypto/foreignKdf'
import { IMPORTERS } from '../../utils/core/import/importers'
import { readImport } from '../../utils/core/import/readImport'
import { checkParameters } from '../../utils/core/otp/checkParameters'
import { cleanName } from '../../utils/core/otpauth/cleanText'
import { success } from '../../utils/core/result'
import { EXPORTS } from '../support/exports/exports'
import { createRandom, mutate } from '../support/exports/mutate'

// Files that somebody changed to do harm, thousands of each format. IMPORT_RUNS=20000 plays them at length,
// IMPORT_SEED= plays others.
const RUNS = Number(process.env['IMPORT_RUNS'] ?? 2000)
const SEED = Number(process.env['IMPORT_SEED'] ?? 1)
const MAX_MS = 2000

/** Every tenth file may have the cheap keys of the fixtures derived; else keys are refused as too dear. */
const SOME: KdfLimits = { memoryKib: 1024, memoryPassesKib: 2048, pbkdf2Iterations: 2000 }
const NONE: KdfLimits = { memoryKib: 1, memoryPassesKib: 1, pbkdf2Iterations: 1 }

it.each(IMPORTERS.map(({ id }) => id))(
  '%s: no file changes more than what it says',
  async (format) => {
    const random = createRandom(SEED)
    const cases = EXPORTS.filter((it) => it.format === format)
    const originals = await Promise.all(
      cases.map(async ({ write, password }) => ({ bytes: await write(), password })),
    )
    let slowest = 0
    const unsound: Entry[] = []
    for (let run = 0; run < RUNS; run++) {
      const { bytes, password } = originals[run % originals.length] ?? { bytes: new Uint8Array() }
      const hostile = mutate(bytes, random)
      const start = process.cpuUsage()
      const { result } = await readImport(hostile, {
        limits: run % 10 === 0 ? SOME : NONE,
        readQrCodes: () => Promise.resolve(success(['otpauth://totp/a?secret=MFRGG'])),
        ...(password === undefined ? {} : { password }),
      }).catch((problem: unknown) => {
        throw new Error(`run ${String(run)} of seed ${String(SEED)}`, { cause: problem })
      })
      // Of the processor's time, so that a busy machine makes no file slow.
      slowest = Math.max(slowest, process.cpuUsage(start).user / 1000)
      unsound.push(...(result.ok ? result.value.entries : []).filter((it) => !isSound(it)))
    }
    expect(unsound).toEqual([])
    expect(slowest).toBeLessThan(MAX_MS)
    expect(Object.prototype).not.toHaveProperty('polluted')
    expect(Object.keys(Object.prototype)).toEqual([])
  },
  Math.max(600_000, RUNS * 300),
)

type Entry = Extract<
  Awaited<ReturnType<typeof readImport>>['result'],
  { ok: true }
>['value']['entries'][number]

/** An account that the vault would take as it stands, or a reason why there is none. Runs very often. */
function isSound(entry: Entry): boolean {
  if (!entry.ok) return /^[a-z\d-]+$/u.test(entry.code)
  const { type, secret, algorithm, digits, periodSeconds, counter, issuer, account } = entry.value
  const raw = { digits: String(digits), period: String(periodSeconds), counter: String(counter) }
  const checked = checkParameters({ type, secret, algorithm, ...raw })
  return (
    checked.ok &&
    checked.value.type === type &&
    checked.value.secret === secret &&
    checked.value.algorithm === algorithm &&
    checked.value.digits === digits &&
    checked.value.periodSeconds === periodSeconds &&
    checked.value.counter === counter &&
    cleanName(issuer) === issuer &&
    cleanName(account) === account
  )
}
