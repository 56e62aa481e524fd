import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { waitUntil } from './browser/waitUntil.ts'

/**
 * The file that a browser has saved in a folder, once it is whole. Until then Firefox keeps it under
 * a name of its own making, and an empty file under the final one.
 */
export async function waitForDownload(folder: string, name: RegExp): Promise<string> {
  return waitUntil(`a file like ${String(name)}`, () =>
    readdirSync(folder)
      .filter((found) => name.test(found) && readFileSync(join(folder, found)).length > 0)
      .map((found) => join(folder, found))
      .at(0),
  )
}
