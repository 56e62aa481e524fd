import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import type { FieldTraits } from '../../utils/core/detect/fieldTraits.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The traits of a page's fields, and for each its place in the list that `readRoles` gives. */
export interface ReadFrame {
  readonly traits: readonly FieldTraits[]
  readonly places: readonly number[]
}

/** The reader of the content script as one script, to be run in any page. */
export async function bundleReader(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(ROOT, 'bench/fields/readerEntry.ts'),
        formats: ['iife'],
        name: 'sandiReader',
      },
    },
  })
  const [output] = [outputs].flat()
  if (!output || !('output' in output)) throw new Error('Nothing was built')
  return output.output[0].code
}

/** Reads every frame of a page that is shown, the top one first. */
export async function readPage(page: Page, reader: string): Promise<readonly ReadFrame[]> {
  const frames: ReadFrame[] = []
  for (const frame of page.frames()) {
    frames.push((await frame.evaluate(`${reader}; sandiReader.readFrame()`)) as ReadFrame)
  }
  return frames
}
