import type { BackupHealth } from '../../core/vault/backupHealth'
import { currentLanguage, t } from '../i18n/i18n'

const DAY_MS = 86_400_000

/** One short sentence on how well the vault is backed up. */
export function describeHealth({ madeAt, changes }: BackupHealth, now: number): string {
  if (madeAt === undefined) return t('backup.never')
  if (changes > 0) return t('backup.changes', { count: changes })
  return t('backup.madeAgo', { when: describeDay(madeAt, now) })
}

/** Today, yesterday, 3 days ago: by the calendar of the person. */
export function describeDay(moment: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / DAY_MS)
  const format = new Intl.RelativeTimeFormat(currentLanguage.value, { numeric: 'auto' })
  return format.format(-Math.max(days, 0), 'day')
}

/** Date and time in words. */
export function describeMoment(moment: number): string {
  const style = { dateStyle: 'long', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat(currentLanguage.value, style).format(moment)
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0)
}
