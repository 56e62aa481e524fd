import { join } from 'node:path'
import { expect, it } from 'vitest'
import { killRounds } from '../soak/killRounds.ts'
import { pagesRounds } from '../soak/pagesRounds.ts'
import { stopRounds } from '../soak/stopRounds.ts'
import type { BrowserKind } from '../support/browserDriver.ts'

// `npm run soak` plays the same for 200 and 50 rounds.
const OUTPUT = join(import.meta.dirname, '../../.output')
const optionsFor = (kind: BrowserKind, rounds: number) => ({
  extensionDir: join(OUTPUT, `${kind}-mv3`),
  rounds,
  seed: 7,
  log: () => undefined,
})

it.each<[BrowserKind, number]>([
  ['chrome', 3],
  ['firefox', 2],
])(
  '%s, killed while it edits, loses nothing it acknowledged',
  async (kind, rounds) => {
    const report = await killRounds(kind, optionsFor(kind, rounds))
    expect(report).toMatchObject({ rounds, problems: [] })
    expect(report.acknowledged).toBeGreaterThan(0)
  },
  240_000,
)

it.each<[BrowserKind, number]>([
  ['chrome', 2],
  ['firefox', 2],
])(
  '%s, whose background is stopped while it edits, does everything once',
  async (kind, rounds) => {
    const report = await stopRounds(kind, optionsFor(kind, rounds))
    expect(report).toMatchObject({ rounds, problems: [] })
    expect(report.acknowledged).toBeGreaterThan(0)
  },
  240_000,
)

it.each<BrowserKind>(['chrome', 'firefox'])(
  '%s, told by four pages at once, does everything in some order, a generation each',
  async (kind) => {
    const report = await pagesRounds(kind, optionsFor(kind, 1))
    expect(report).toMatchObject({ rounds: 1, acknowledged: 40, problems: [] })
  },
  240_000,
)
