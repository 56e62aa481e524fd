import type { MigrationPart } from './readMigration'

/** How far an export of Google Authenticator is read, which may be spread over several QR codes. */
export interface ExportProgress {
  readonly found: number
  readonly total: number
  /** The numbers of the codes that are missing, from 1 on; of very many only the first. */
  readonly missing: readonly number[]
}

const MAX_NAMED = 20

/**
 * Each export is one of several QR codes, in any order and perhaps twice. Newer versions give all exports
 * the id 0, so the size tells them apart as well.
 */
export function readProgress(parts: readonly MigrationPart[]): readonly ExportProgress[] {
  const groups = new Map<string, { readonly size: number; readonly found: Set<number> }>()
  for (const { batchId, size, index } of parts) {
    const key = `${String(batchId)}/${String(size)}`
    const group = groups.get(key) ?? { size, found: new Set() }
    groups.set(key, group)
    group.found.add(index)
  }
  return [...groups.values()].map(({ size, found }) => ({
    found: found.size,
    total: size,
    missing: listMissing(size, found),
  }))
}

export function isWhole({ found, total }: ExportProgress): boolean {
  return found >= total
}

function listMissing(size: number, found: ReadonlySet<number>): readonly number[] {
  const missing: number[] = []
  // A code may claim to be one of billions; as many as are found can be passed over.
  for (let index = 0; index < size && missing.length < MAX_NAMED; index++) {
    if (!found.has(index)) missing.push(index + 1)
  }
  return missing
}
