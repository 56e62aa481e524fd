import { expect, it } from 'vitest'
import { isRestorable, judgeReport, type BackupReport } from '@/utils/ui/backup/judgeReport'

const LABEL = { issuer: 'Acme', account: 'me' }
const report = (standings: BackupReport['rows'][number]['standing'][], missing = 0) => ({
  ...{ createdAt: 0, leftOut: 0, newSites: 0, differentSites: 0, missingSites: 0 },
  rows: standings.map((standing) => ({ ...LABEL, standing })),
  missing: Array.from({ length: missing }, () => LABEL),
})

it.each([
  ['whole', report(['same', 'same'])],
  ['whole', report(['same', 'new'])],
  ['whole', report([])],
  ['complete', report(['same', 'different'])],
  ['incomplete', report(['same'], 1)],
  ['incomplete', report([], 1)],
  ['apart', report(['new', 'new'])],
] as const)('calls a backup %s', (verdict, given) => {
  expect(judgeReport(given).verdict).toBe(verdict)
})

it.each<[boolean, Partial<BackupReport>]>([
  [false, {}],
  [true, { isReordered: true }],
  [true, { newSites: 1 }],
  [true, { differentSites: 1 }],
  [true, { missingSites: 1 }],
])('of the same accounts, restoring changes something: %s', (isChange, more) => {
  expect(isRestorable(judgeReport({ ...report(['same']), ...more }))).toBe(isChange)
})
