// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { backupFileName } from '@/utils/ui/backup/backupFileName'
import { describeHealth } from '@/utils/ui/backup/describeHealth'
import { setLanguage } from '@/utils/ui/i18n/i18n'

const NOW = new Date(2026, 0, 15, 0, 30).getTime()
const HOUR_MS = 3_600_000

it.each([
  ['en', { changes: 5 }, 'Never backed up'],
  ['en', { changes: 1, madeAt: NOW }, '1 change not backed up'],
  ['id', { changes: 3, madeAt: NOW }, '3 perubahan belum dicadangkan'],
  ['en', { changes: 0, madeAt: NOW - HOUR_MS / 4 }, 'Backed up today'],
  ['en', { changes: 0, madeAt: NOW - HOUR_MS }, 'Backed up yesterday'],
  ['id', { changes: 0, madeAt: NOW - 72 * HOUR_MS }, 'Dicadangkan 3 hari yang lalu'],
  ['en', { changes: 0, madeAt: NOW + 72 * HOUR_MS }, 'Backed up today'],
] as const)('says in %s of %j: %s', async (language, health, sentence) => {
  await setLanguage(language)
  expect(describeHealth(health, NOW)).toBe(sentence)
})

it('names a file by the time on the wall', () => {
  expect(backupFileName(NOW)).toBe('sandi-backup-2026-01-15-0030.sandi')
})
