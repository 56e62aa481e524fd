import type { ImportReport } from '../../core/import/importer'

/**
 * What is missing of Google Authenticator's exports: each is one of several QR codes, in any order and
 * perhaps twice. Newer versions give all exports the id 0, so the size tells them apart as well.
 */
export function missingParts(
  reports: readonly ImportReport[],
): readonly { readonly found: number; readonly total: number }[] {
  const groups = new Map<string, { readonly size: number; readonly found: Set<number> }>()
  for (const { batchId, size, index } of reports.flatMap(({ parts }) => parts ?? [])) {
    const key = `${String(batchId)}/${String(size)}`
    const group = groups.get(key) ?? { size, found: new Set() }
    groups.set(key, group)
    group.found.add(index)
  }
  return [...groups.values()]
    .filter(({ size, found }) => found.size < size)
    .map(({ size, found }) => ({ found: found.size, total: size }))
}
