/** `sandi-backup-2026-01-15-1432.sandi`: sorts by the time on the person's clock. */
export function backupFileName(createdAt: number): string {
  const moment = new Date(createdAt)
  const [year, month, day, hour, minute] = [
    moment.getFullYear(),
    moment.getMonth() + 1,
    moment.getDate(),
    moment.getHours(),
    moment.getMinutes(),
  ].map((part) => String(part).padStart(2, '0'))
  return `sandi-backup-${year ?? ''}-${month ?? ''}-${day ?? ''}-${hour ?? ''}${minute ?? ''}.sandi`
}
