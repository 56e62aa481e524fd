import type { Migration } from './readMigration'

/** How far an export of Google Authenticator is read, which may be spread over several QR codes. */
export interface ExportProgress {
  readonly found: number
  readonly total: number
  /** The numbers of the codes that are missing, from 1 on; of very many only the first. */
  readonly missing: readonly number[]
}

/** One export: each of its parts once, in the order in which they came. */
export interface GatheredExport<Part extends Migration = Migration> {
  readonly parts: readonly Part[]
  readonly progress: ExportProgress
}

const MAX_NAMED = 20

/**
 * Sorts parts into their exports: in any order and perhaps twice. Newer versions of the app give all exports
 * the id 0, so the size tells them apart as well. A part that comes again with other content was exported
 * anew: it takes the place of what was not whole yet, and stands beside what was.
 */
export function groupParts<Part extends Migration>(
  parts: readonly Part[],
): readonly GatheredExport<Part>[] {
  const groups: Part[][] = []
  for (const migration of parts) {
    const { part } = migration
    const ofExport = groups.filter(([it]) => isOfExport(it, migration))
    if (ofExport.some((group) => holds(migration, group))) continue
    const group = ofExport.at(-1)
    if (!group || (group.length >= part.size && hasPlaceOf(migration, group))) {
      groups.push([migration])
    } else if (hasPlaceOf(migration, group)) group.splice(0, group.length, migration)
    else group.push(migration)
  }
  return groups.map((group) => ({ parts: group, progress: readProgress(group) }))
}

export function isWhole({ found, total }: ExportProgress): boolean {
  return found >= total
}

function isOfExport(some: Migration | undefined, { part }: Migration): boolean {
  return some?.part.batchId === part.batchId && some.part.size === part.size
}

function holds(migration: Migration, group: readonly Migration[]): boolean {
  const content = JSON.stringify(migration.entries)
  const same = group.find(({ part }) => part.index === migration.part.index)
  return same !== undefined && JSON.stringify(same.entries) === content
}

function hasPlaceOf({ part }: Migration, group: readonly Migration[]): boolean {
  return group.some((other) => other.part.index === part.index)
}

function readProgress(group: readonly Migration[]): ExportProgress {
  const total = group[0]?.part.size ?? 0
  const found = new Set(group.map(({ part }) => part.index))
  return { found: found.size, total, missing: listMissing(total, found) }
}

function listMissing(size: number, found: ReadonlySet<number>): readonly number[] {
  const missing: number[] = []
  // A code may claim to be one of billions; as many as are found can be passed over.
  for (let index = 0; index < size && missing.length < MAX_NAMED; index++) {
    if (!found.has(index)) missing.push(index + 1)
  }
  return missing
}
