import { expect, it } from 'vitest'
import { stopRounds } from '../../soak/stopRounds.ts'
import { type BrowserKind } from '../../support/browserDriver.ts'
import { optionsFor } from './optionsFor.ts'

it.each<[BrowserKind, number]>([
  ['chrome', 1],
  ['firefox', 1],
])(
  '%s, whose background is stopped while it edits, does everything once',
  async (kind, rounds) => {
    const report = await stopRounds(kind, optionsFor(kind, rounds))
    expect(report).toMatchObject({ rounds, problems: [] })
    expect(report.acknowledged).toBeGreaterThan(0)
  },
  240_000,
)
