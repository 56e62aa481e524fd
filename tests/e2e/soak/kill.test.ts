import { expect, it } from 'vitest'
import { killRounds } from '../../soak/killRounds.ts'
import { type BrowserKind } from '../../support/browserDriver.ts'
import { optionsFor } from './optionsFor.ts'

it.each<[BrowserKind, number]>([
  ['chrome', 2],
  ['firefox', 1],
])(
  '%s, killed while it edits, loses nothing it acknowledged',
  async (kind, rounds) => {
    const report = await killRounds(kind, optionsFor(kind, rounds))
    expect(report).toMatchObject({ rounds, problems: [] })
    expect(report.acknowledged).toBeGreaterThanOrEqual(rounds)
  },
  240_000,
)
