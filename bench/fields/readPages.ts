import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../..')

/** A field, or a row of boxes, that was judged. */
export interface Candidate {
  /** Where its fields stand in the list that `readRoles` gives. */
  readonly places: readonly number[]
  readonly reasons: readonly string[]
  readonly kind: string
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

export interface Judgement {
  /** What the fields that would be filled are marked as. */
  readonly chosen: readonly string[]
  readonly kind?: string
  readonly reasons: readonly string[]
}

export async function judgePage(page: Page, reader: string): Promise<Judgement> {
  return (await page.evaluate(`${reader}; sandiReader.judgeFrame()`)) as Judgement
}

/** Whether the page that is shown took the code. */
export async function fillPage(page: Page, reader: string, code: string): Promise<boolean> {
  return (await page.evaluate(`${reader}; sandiReader.fillFrame('${code}')`)) as boolean
}

/** Reads every frame of a page that is shown, the top one first. */
export async function readPage(
  page: Page,
  reader: string,
): Promise<readonly (readonly Candidate[])[]> {
  const frames: (readonly Candidate[])[] = []
  for (const frame of page.frames()) {
    frames.push((await frame.evaluate(`${reader}; sandiReader.readFrame()`)) as Candidate[])
  }
  return frames
}

/** Which kind of code a page asks for: the first frame that asks for any. */
export async function readKind(page: Page, reader: string): Promise<string> {
  const kinds: string[] = []
  for (const frame of page.frames()) {
    kinds.push(String(await frame.evaluate(`${reader}; sandiReader.readKind()`)))
  }
  return kinds.find((kind) => kind !== 'none') ?? 'none'
}
