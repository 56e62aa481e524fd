import type { UnmeasuredReason } from '../../core/assist/findCauses'
import type { AssistAction, Finding, FindingState } from '../../core/assist/findings'
import { formatSpan } from '../i18n/formatSpan'
import { t } from '../i18n/i18n'
import type { MessageKey } from '../i18n/messages/en'

/** The sentence for a finding; spans of time stand in it as a person says them. */
export function describeFinding({ code, detail }: Finding): string {
  const time = spanOf(detail)
  const values = time === undefined ? detail : { ...detail, time }
  if (code !== 'clock-unmeasured') return t(`assist.f.${code}`, values)
  return t(
    REASONS.find(({ reason }) => reason === detail['reason'])?.key ?? 'assist.u.unclear',
    values,
  )
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

const REASONS = (
  ['no-site', 'forbidden', 'policy', 'offline', 'cached', 'unclear'] satisfies UnmeasuredReason[]
).map((reason) => ({ reason, key: `assist.u.${reason}` as const }))

function spanOf({ seconds, minutes }: Finding['detail']): string | undefined {
  if (typeof minutes === 'number') return formatSpan(minutes * 60)
  return typeof seconds === 'number' ? formatSpan(seconds) : undefined
}
