import { expect, it } from 'vitest'
import { pagesRounds } from '../../soak/pagesRounds.ts'
import { type BrowserKind } from '../../support/browserDriver.ts'
import { optionsFor } from './optionsFor.ts'

it.each<BrowserKind>(['chrome', 'firefox'])(
  '%s, told by four pages at once, does everything in some order, a generation each',
  async (kind) => {
    const report = await pagesRounds(kind, optionsFor(kind, 1))
    expect(report).toMatchObject({ rounds: 1, acknowledged: 40, problems: [] })
  },
  240_000,
)
