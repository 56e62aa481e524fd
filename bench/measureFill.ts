import { playGallery } from '../tests/e2e/attacks/playGallery.ts'
import type { BrowserKind } from '../tests/support/browserDriver.ts'
import { median, round } from './statistics.ts'

/** How long a person waits from the click in the menu to the whole code in the field. */
export async function measureFill(kind: BrowserKind, runs: number): Promise<object> {
  const gallery = await playGallery(kind)
  try {
    await gallery.timeFill() // the first one wakes the background
    const times: number[] = []
    for (let run = 0; run < runs; run++) times.push(await gallery.timeFill())
    return { clickToFilledMs: round(median(times)), slowestMs: round(Math.max(...times)) }
  } finally {
    await gallery.close()
  }
}
