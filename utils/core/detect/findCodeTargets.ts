import type { FieldTraits } from './fieldTraits'
import { findBoxGroups } from './findBoxGroups'
import { createSentReader, findKind, type CodeKind } from './findKind'
import { createEvidenceReader, type Evidence } from './readEvidence'
import { scoreField, type Company, type FieldEvidence, type Score } from './scoreField'
import { THRESHOLD, WEIGHTS, type Reason } from './weights'

/** A place for one code: one field, or the boxes of a split one in reading order (indexes). */
export interface CodeTarget {
  readonly fields: readonly number[]
  readonly score: Score
  readonly kind: CodeKind
  /** Nothing around it speaks of an authenticator, and something says how the code arrives. */
  readonly isSurelyDelivered: boolean
  /** Its own words, or those around it, name a recovery code and nothing else. */
  readonly wantsRecovery: boolean
}

const CANDIDATE_TYPES = new Set(['text', 'tel', 'number', 'password', 'editable'])
/** Beside a field for the authenticator's code, one for a delivered code is the second choice. */
const KIND_BONUS: Partial<Record<CodeKind, number>> = { authenticator: 6, any: 3 }

/** The targets of a frame, best first. Fields come in document order. */
export function findCodeTargets(fields: readonly FieldTraits[]): readonly CodeTarget[] {
  return rankTargets(judgeFields(fields))
}

export function rankTargets(judged: readonly CodeTarget[]): readonly CodeTarget[] {
  return judged.filter(({ score }) => score.value >= THRESHOLD).sort((a, b) => rank(b) - rank(a))
}

/** Every field and group that could be one, with its judgement: for tests and for the bench. */
export function judgeFields(fields: readonly FieldTraits[]): readonly CodeTarget[] {
  const read = createEvidenceReader()
  const readSent = createSentReader()
  const groups = findBoxGroups(fields)
  const grouped = new Set(groups.flat())
  const singles = fields.flatMap((field, index) =>
    grouped.has(index) || !CANDIDATE_TYPES.has(field.type) ? [] : [[index]],
  )
  const facts = fields.map((field, index) => readFact(field, grouped.has(index), read))
  return [...groups, ...singles].flatMap((indexes) => {
    const traits = merge(indexes.flatMap((index) => fields[index] ?? []))
    if (!traits) return []
    const texts = readTexts(traits, read)
    const company = readCompany(indexes, facts)
    const score = addBoxes(scoreField(traits, texts, company), indexes.length, texts, company)
    const kind = findKind(traits, texts, read(traits.actions), readSent)
    const isSurelyDelivered = isDeliveredOnly(kind, texts)
    return [{ fields: indexes, score, kind, isSurelyDelivered, wantsRecovery: isRecovery(texts) }]
  })
}

function isDeliveredOnly(kind: CodeKind, texts: FieldEvidence): boolean {
  const isOther = kind !== 'authenticator' && kind !== 'any'
  return isOther && Object.values(texts).every((it: Evidence) => it.authenticator === undefined)
}

function isRecovery({ names, label, near, page }: FieldEvidence): boolean {
  return [names, label, near, page].some(({ lookalike }) => lookalike?.kind === 'recovery')
}

function rank({ score, kind }: CodeTarget): number {
  return score.value + (KIND_BONUS[kind] ?? 0)
}

/** Boxes are judged as one field: what any of them says counts, and their length says nothing. */
function merge(boxes: readonly FieldTraits[]): FieldTraits | undefined {
  const [first] = boxes
  if (!first || boxes.length === 1) return first
  const all = (pick: (traits: FieldTraits) => string) => [...new Set(boxes.map(pick))].join(' ')
  return {
    ...first,
    autocomplete: all(({ autocomplete }) => autocomplete),
    names: all(({ names }) => names),
    label: all(({ label }) => label),
    near: all(({ near }) => near),
    maxLength: -1,
    minLength: -1,
  }
}

function readTexts(traits: FieldTraits, read: (text: string) => Evidence): FieldEvidence {
  return {
    names: read(traits.names),
    label: read(traits.label),
    near: read(traits.near),
    before: read(traits.before),
    wrapper: read(traits.wrapper),
    form: read(traits.form),
    page: read(traits.page),
  }
}

/** What one field says about those beside it. */
interface Fact {
  readonly formId: number
  readonly isBox: boolean
  readonly isPassword: boolean
  readonly isCaptcha: boolean
  readonly isCard: boolean
  readonly isSetupKey: boolean
}

function readFact(field: FieldTraits, isBox: boolean, read: (text: string) => Evidence): Fact {
  const { formId, type, autocomplete } = field
  const names = read(field.names)
  const label = read(field.label)
  return {
    formId,
    isBox,
    isPassword: type === 'password',
    isCaptcha: names.lookalike?.kind === 'captcha',
    isCard:
      autocomplete.includes('cc-') ||
      label.lookalike?.kind === 'card' ||
      names.lookalike?.kind === 'card',
    isSetupKey: (label.setupKey ?? names.setupKey) !== undefined,
  }
}

function readCompany(indexes: readonly number[], facts: readonly Fact[]): Company {
  const formId = facts[indexes[0] ?? -1]?.formId
  const others = facts.filter((_, index) => !indexes.includes(index))
  const sameForm = others.filter((other) => other.formId === formId)
  return {
    others: others.filter(({ isBox }) => !isBox).length,
    hasPassword: others.some(({ isPassword }) => isPassword),
    hasCaptcha: sameForm.some(({ isCaptcha }) => isCaptcha),
    isRow: indexes.length > 1,
    hasSetupKey: sameForm.some(({ isSetupKey }) => isSetupKey),
    hasCard: sameForm.some(({ isCard }) => isCard),
  }
}

function addBoxes(score: Score, count: number, texts: FieldEvidence, company: Company): Score {
  const reason = `boxes-${count}`
  if (!isReason(reason)) return score
  let value = score.value + WEIGHTS[reason]
  const reasons = [...score.reasons, reason]
  // Six boxes and nothing else to type into: some widgets bring no word at all.
  if (company.others === 0 && !reasons.includes('alone') && !texts.label.otherField) {
    value += WEIGHTS.alone
    reasons.push('alone')
  }
  return { value, reasons }
}

function isReason(text: string): text is Reason {
  return text in WEIGHTS
}
