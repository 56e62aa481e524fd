import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes an extension with nothing but these files, to measure what any costs; the folder it lies in. */
export function writeBareExtension(
  manifest: object,
  files: Readonly<Record<string, string>>,
): string {
  const dir = mkdtempSync(join(tmpdir(), 'bare-extension-'))
  const whole = { manifest_version: 3, name: 'Bare', version: '1', ...manifest }
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(whole))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return dir
}
