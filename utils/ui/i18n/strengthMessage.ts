import type {
  Strength,
  StrengthLevel,
  StrengthReason,
} from '../../core/passphrase/estimateStrength'
import { t } from './i18n'
import type { MessageKey } from './messages/en'

const LEVELS = {
  'very-weak': 'strength.veryWeak',
  weak: 'strength.weak',
  fair: 'strength.fair',
  good: 'strength.good',
  strong: 'strength.strong',
} as const satisfies Record<StrengthLevel, MessageKey>

const REASONS = {
  common: 'strength.common',
  word: 'strength.word',
  keyboard: 'strength.keyboard',
  repeat: 'strength.repeat',
  sequence: 'strength.sequence',
  date: 'strength.date',
  short: 'strength.short',
} as const satisfies Record<StrengthReason, MessageKey>

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** How strong a passphrase is, in words and in the time that guessing it takes. */
export function strengthMessage({ level, seconds }: Strength): string {
  return t(LEVELS[level], { time: nameTime(seconds) })
}

/** What would make it harder to guess; nothing where it is hard enough. */
export function strengthAdvice({ level, reason }: Strength): string {
  const isEnough = level === 'good' || level === 'strong'
  return isEnough || !reason ? '' : t(REASONS[reason])
}

function nameTime(seconds: number): string {
  if (seconds < MINUTE) return t('strength.moment')
  if (seconds < HOUR) return t('strength.minutes', { count: Math.round(seconds / MINUTE) })
  if (seconds < DAY) return t('strength.hours', { count: Math.round(seconds / HOUR) })
  if (seconds < YEAR) return t('strength.days', { count: Math.round(seconds / DAY) })
  const years = Math.round(seconds / YEAR)
  return years < 200 ? t('strength.years', { count: years }) : t('strength.centuries')
}
