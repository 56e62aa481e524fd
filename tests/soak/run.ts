import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserKind } from '../support/browserDriver.ts'
import { killRounds } from './killRounds.ts'
import { pagesRounds } from './pagesRounds.ts'
import { stopRounds } from './stopRounds.ts'
import type { SoakOptions, SoakReport } from './soakReport.ts'

// `npm run soak`: the long version of what tests/e2e/soak/ does in a few rounds.
const SOAKS: Record<string, (kind: BrowserKind, options: SoakOptions) => Promise<SoakReport>> = {
  kill: killRounds,
  stop: stopRounds,
  pages: pagesRounds,
}

const { values } = parseArgs({
  options: {
    what: { type: 'string', default: 'kill,stop,pages' },
    chrome: { type: 'string', default: '200' },
    firefox: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
})

const figures: Record<string, object> = {}
for (const what of values.what.split(',')) {
  const soak = SOAKS[what]
  if (!soak) throw new Error(`No such soak: ${what}. There are: ${Object.keys(SOAKS).join(', ')}`)
  for (const kind of ['chrome', 'firefox'] as const) {
    const rounds = Number(values[kind])
    if (rounds === 0) continue
    const report = await soak(kind, {
      extensionDir: join(import.meta.dirname, `../../.output/${kind}-mv3`),
      rounds,
      seed: Number(values.seed),
      log: (line) => console.log(`${what} ${line}`),
    })
    const { problems, ...counts } = report
    figures[`${what} ${kind}`] = { ...counts, problems: problems.length }
    for (const problem of problems) console.log(`✗ ${problem}`)
    if (problems.length > 0 || report.rounds < rounds) process.exitCode = 1
  }
}
console.log(`seed ${values.seed}`)
console.table(figures)
