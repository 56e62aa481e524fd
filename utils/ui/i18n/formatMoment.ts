import { currentLanguage } from './i18n'

/** A moment as people of the page's language write it: day and time. */
export function formatMoment(moment: number): string {
  return new Intl.DateTimeFormat(currentLanguage.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(moment)
}

export function formatDay(moment: number): string {
  return new Intl.DateTimeFormat(currentLanguage.value, { dateStyle: 'long' }).format(moment)
}
