import { currentLanguage } from './i18n'

const UNITS = [
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const

/** A span of time in its two largest units: "47 seconds", "1 hour", "7 hours 30 minutes". */
export function formatSpan(seconds: number): string {
  let rest = seconds >= 60 ? Math.round(seconds) : seconds
  const parts: string[] = []
  for (const { unit, seconds: size } of UNITS) {
    const count = size === 1 ? rest : Math.floor(rest / size)
    rest -= count * size
    if (count > 0 && parts.length < 2) parts.push(formatUnit(count, unit))
  }
  return parts.length > 0 ? parts.join(' ') : formatUnit(0, 'second')
}

function formatUnit(count: number, unit: string): string {
  return new Intl.NumberFormat(currentLanguage.value, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(count)
}
