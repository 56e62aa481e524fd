/** What a page may ask for instead of an authenticator's code. */
export const OTHER_KINDS = [
  'sms',
  'whatsapp',
  'telegram',
  'email',
  'voice',
  'push',
  'hardware',
  'recovery',
] as const
export type OtherKind = (typeof OTHER_KINDS)[number]

/** What the person may do about a finding, with one click. */
export type AssistAction =
  | 'correct-clock'
  | 'remove-correction'
  | 'fill-fresh'
  | 'choose-account'
  | 'show-sites'
  | 'resync'
  | 'compare'
  | 'scan'
  | 'site-help'

/** `bad` explains a refusal by itself, `maybe` could, `ok` is ruled out, `unknown` could not be checked. */
export type FindingState = 'bad' | 'maybe' | 'ok' | 'unknown'

interface Trait {
  readonly state: FindingState
  /** How well it explains a refusal; the order of the list. */
  readonly weight: number
  readonly action?: AssistAction
}

/**
 * Every thing that the assistant can say. The weights are an order, found by asking of each two that are
 * true at once which of them the site would have refused for: what the site says itself comes before what
 * is measured, what is measured before what is guessed.
 */
export const FINDINGS = {
  lookalike: { state: 'bad', weight: 100 },
  'kind-sms': { state: 'bad', weight: 96 },
  'kind-whatsapp': { state: 'bad', weight: 96 },
  'kind-telegram': { state: 'bad', weight: 96 },
  'kind-email': { state: 'bad', weight: 96 },
  'kind-voice': { state: 'bad', weight: 96 },
  'kind-push': { state: 'bad', weight: 96 },
  'kind-hardware': { state: 'bad', weight: 96 },
  'kind-recovery': { state: 'bad', weight: 96 },
  'site-maintenance': { state: 'bad', weight: 95, action: 'site-help' },
  'site-lockout': { state: 'bad', weight: 94, action: 'site-help' },
  'site-not-enrolled': { state: 'bad', weight: 93, action: 'scan' },
  'site-inactive': { state: 'bad', weight: 92, action: 'site-help' },
  'site-password': { state: 'bad', weight: 91, action: 'site-help' },
  'clock-right-again': { state: 'bad', weight: 90 },
  'clock-miscorrected': { state: 'bad', weight: 90, action: 'remove-correction' },
  'clock-zone-slow': { state: 'bad', weight: 89, action: 'correct-clock' },
  'clock-zone-fast': { state: 'bad', weight: 89, action: 'correct-clock' },
  'clock-far-slow': { state: 'bad', weight: 88, action: 'correct-clock' },
  'clock-far-fast': { state: 'bad', weight: 88, action: 'correct-clock' },
  'clock-slow': { state: 'bad', weight: 88, action: 'correct-clock' },
  'clock-fast': { state: 'bad', weight: 88, action: 'correct-clock' },
  'clock-beyond': { state: 'bad', weight: 88 },
  'site-reused': { state: 'bad', weight: 87, action: 'fill-fresh' },
  'code-reused': { state: 'bad', weight: 86, action: 'fill-fresh' },
  'no-account': { state: 'bad', weight: 85, action: 'scan' },
  'account-named': { state: 'bad', weight: 84, action: 'choose-account' },
  'account-foreign': { state: 'bad', weight: 84, action: 'choose-account' },
  'site-foreign': { state: 'bad', weight: 83, action: 'show-sites' },
  'site-session': { state: 'bad', weight: 80, action: 'site-help' },
  counter: { state: 'bad', weight: 78, action: 'resync' },
  'code-ending': { state: 'bad', weight: 76, action: 'fill-fresh' },
  'site-expired': { state: 'bad', weight: 74, action: 'fill-fresh' },
  'clock-drift': { state: 'maybe', weight: 60, action: 'correct-clock' },
  'account-several': { state: 'maybe', weight: 52, action: 'choose-account' },
  'parameters-unusual': { state: 'maybe', weight: 45, action: 'compare' },
  'code-old': { state: 'maybe', weight: 40, action: 'fill-fresh' },
  'clock-correction': { state: 'maybe', weight: 34, action: 'remove-correction' },
  'secret-replaced': { state: 'maybe', weight: 32, action: 'compare' },
  'clock-unmeasured': { state: 'unknown', weight: 26 },
  'clock-slight': { state: 'ok', weight: 14 },
  'clock-right': { state: 'ok', weight: 12 },
  'clock-corrected': { state: 'ok', weight: 13, action: 'remove-correction' },
  'code-fresh': { state: 'ok', weight: 10 },
  'account-only': { state: 'ok', weight: 8 },
  'site-bound': { state: 'ok', weight: 8 },
  'parameters-usual': { state: 'ok', weight: 6 },
} as const satisfies Record<string, Trait>

export type FindingCode = keyof typeof FINDINGS

export interface Finding {
  readonly code: FindingCode
  /** Numbers and names for its sentence; nothing secret. */
  readonly detail: Readonly<Record<string, string | number>>
}

export function traitOf(code: FindingCode): Trait {
  return FINDINGS[code]
}
