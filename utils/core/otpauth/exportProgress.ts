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
  const groups = new Map<string, MigrationPart[]>()
  for (const part of parts) {
    const key = `${String(part.batchId)}/${String(part.size)}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(part)
  }
  return [...groups.values()].map(readProgressOf)
}

/** How far one export is read, some of whose parts may be there twice. */
export function readProgressOf(group: readonly MigrationPart[]): ExportProgress {
  const total = group[0]?.size ?? 0
  const found = new Set(group.map(({ index }) => index))
  return { found: found.size, total, missing: listMissing(total, found) }
}

/** A part, the text that it was read from, and what is in it however it is written. */
export interface TextPart extends MigrationPart {
  readonly text: string
  readonly content: string
}

/**
 * Exports with each part once. A part that comes again with other content was exported anew: it takes the
 * place of what was not whole yet, and stands beside what was.
 */
export function groupParts(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const groups: TextPart[][] = []
  for (const part of parts) {
    const ofExport = groups.filter(([it]) => it?.batchId === part.batchId && it.size === part.size)
    if (ofExport.some((group) => holds(part, group))) continue
    const group = ofExport.at(-1)
    if (!group || (group.length >= part.size && hasPlaceOf(part, group))) groups.push([part])
    else if (hasPlaceOf(part, group)) group.splice(0, group.length, part)
    else group.push(part)
  }
  return groups
}

function holds({ index, content }: TextPart, group: readonly TextPart[]): boolean {
  return group.some((other) => other.index === index && other.content === content)
}

function hasPlaceOf({ index }: TextPart, group: readonly TextPart[]): boolean {
  return group.some((other) => other.index === index)
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
