import type { FieldTraits } from './fieldTraits'
import { findTerm, normalizeText } from './normalizeText'
import { CONTEXT_TERMS, STRONG_TERMS, VETO_TERMS, WEAK_TERMS } from './vocabulary'

/** A judgement with its reasons, so that a wrong one can be explained and a test can ask why. */
export interface Score {
  readonly value: number
  readonly reasons: readonly string[]
}

const OTHER_AUTOCOMPLETE =
  /(?:^|\s)(?:cc-\S+|postal-code|tel\S*|email|username|current-password|new-password|street-address|given-name|family-name|name)(?:\s|$)/u
const DIGIT_PATTERN = /\\d|\[0-9\]/u
const GROUPED_ZEROS = /^[0•*#x_\-–\s]{5,9}$/u

/**
 * How likely a field wants a one-time code. Evidence adds up; words that name another kind of field
 * outrank `autocomplete=one-time-code`, which sites put on recovery codes too.
 */
export function scoreField(traits: FieldTraits): Score {
  const own = normalizeText(traits.own)
  const near = normalizeText(traits.near)
  const context = normalizeText(traits.context)
  const reasons: string[] = []
  let value = 0
  const add = (points: number, reason: string) => {
    value += points
    reasons.push(reason)
  }

  if (/(?:^|\s)one-time-code(?:\s|$)/u.test(traits.autocomplete)) add(6, 'autocomplete')
  else if (OTHER_AUTOCOMPLETE.test(traits.autocomplete)) add(-8, 'autocomplete-other')
  addWords(own, near, context, add)
  if (traits.inputMode === 'numeric' || traits.type === 'number') add(0.8, 'numeric')
  addLength(traits, add)
  if (DIGIT_PATTERN.test(traits.pattern)) add(0.6, 'pattern')
  if (GROUPED_ZEROS.test(traits.placeholder.trim())) add(1, 'placeholder')
  if (traits.type === 'password' && !findTerm(own, STRONG_TERMS)) add(-6, 'password')
  return { value, reasons }
}

type Add = (points: number, reason: string) => void

function addWords(own: string, near: string, context: string, add: Add): void {
  const vetoOwn = findTerm(own, VETO_TERMS)
  const vetoNear = findTerm(near, VETO_TERMS)
  if (vetoOwn) add(-12, `veto:${vetoOwn}`)
  else if (vetoNear && !findTerm(own, STRONG_TERMS)) add(-6, `veto-near:${vetoNear}`)
  const strongOwn = findTerm(own, STRONG_TERMS)
  const strongNear = findTerm(near, STRONG_TERMS)
  if (strongOwn) add(4.5, `own:${strongOwn}`)
  else if (findTerm(own, WEAK_TERMS)) add(1.6, 'own-weak')
  if (strongNear) add(3, `near:${strongNear}`)
  else if (findTerm(near, WEAK_TERMS)) add(1, 'near-weak')
  if (findTerm(context, CONTEXT_TERMS)) add(2, 'context')
}

function addLength({ maxLength, minLength }: FieldTraits, add: Add): void {
  if ((maxLength >= 6 && maxLength <= 8) || minLength === 6) add(1, 'length')
  else if (maxLength > 0 && maxLength <= 3) add(-5, 'length-short')
  else if (maxLength === 4 || maxLength === 5) add(-0.8, 'length-four')
  else if (maxLength > 20) add(-2, 'length-long')
}
