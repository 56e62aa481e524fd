import type { AssistAction, Finding, FindingState } from '../../core/assist/findings'
import { formatSpan } from '../i18n/formatSpan'
import { t } from '../i18n/i18n'
import { en, type MessageKey } from '../i18n/messages/en'

/** The sentence for a finding; spans of time stand in it as a person says them. */
export function describeFinding({ code, detail }: Finding): string {
  const { seconds, minutes, reason } = detail
  const time = spanOf(seconds, minutes)
  const key =
    code === 'clock-unmeasured' ? keyOf(`assist.u.${String(reason)}`) : keyOf(`assist.f.${code}`)
  return t(key, time === undefined ? detail : { ...detail, time })
}

export function describeAction(action: AssistAction): string {
  return t(`assist.a.${action}`)
}

export const STATE_NAMES = {
  bad: 'assist.stateBad',
  maybe: 'assist.stateMaybe',
  ok: 'assist.stateOk',
  unknown: 'assist.stateUnknown',
} as const satisfies Record<FindingState, MessageKey>

function spanOf(seconds: unknown, minutes: unknown): string | undefined {
  if (typeof minutes === 'number') return formatSpan(minutes * 60)
  return typeof seconds === 'number' ? formatSpan(seconds) : undefined
}

function keyOf(text: string): MessageKey {
  return text in en ? (text as MessageKey) : 'assist.u.unclear' // the table above was just asked
}
