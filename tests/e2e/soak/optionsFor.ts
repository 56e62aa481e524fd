import { join } from 'node:path'
import type { SoakOptions } from '../../soak/soakReport.ts'
import type { BrowserKind } from '../../support/browserDriver.ts'

const OUTPUT = join(import.meta.dirname, '../../../.output')

/** A few rounds of what `npm run soak` plays 200 and 50 times. */
export function optionsFor(kind: BrowserKind, rounds: number): SoakOptions {
  return { extensionDir: join(OUTPUT, `${kind}-mv3`), rounds, seed: 7, log: () => undefined }
}
