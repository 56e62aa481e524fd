import type { FieldTraits } from './fieldTraits'
import type { CodeTarget } from './findCodeTargets'
import { findBoxGroups } from './findBoxGroups'

/** By what a field that a person pointed at is known again: what it says of itself, in short. */
export interface FieldHint {
  readonly type: string
  readonly names: string
  readonly label: string
  readonly near: string
  readonly wrapper: string
}

/** The person's own word about the fields of one site. */
export interface FieldHints {
  readonly field?: FieldHint | undefined
  readonly never: readonly FieldHint[]
}

export const NO_HINTS: FieldHints = { never: [] }
export const MAX_HINT_CHARACTERS = 120
/** More than any judgement is worth. */
const POINTED_OUT = 100

export function describeField({ type, names, label, near, wrapper }: FieldTraits): FieldHint {
  return {
    type,
    names: shorten(names),
    label: shorten(label),
    near: shorten(near),
    wrapper: shorten(wrapper),
  }
}

/** Whether it is the field: by its names, else its label, else what stands beside it, else its classes. */
export function fitsHint(traits: FieldTraits, hint: FieldHint): boolean {
  return isSameField(describeField(traits), hint)
}

export function isSameField(own: FieldHint, hint: FieldHint): boolean {
  if (own.type !== hint.type) return false
  const told = ORDER.find((trait) => own[trait] !== '' || hint[trait] !== '')
  return told !== undefined && own[told] === hint[told]
}

const ORDER = ['names', 'label', 'near', 'wrapper'] as const

type Heeded = Omit<CodeTarget, 'wantsRecovery'>

/** The targets after the person's word: the field pointed at comes first, and others never. */
export function heedHints(
  fields: readonly FieldTraits[],
  targets: readonly Heeded[],
  { field, never }: FieldHints,
): readonly Heeded[] {
  const isNever = (index: number) => {
    const traits = fields[index]
    return traits !== undefined && never.some((hint) => fitsHint(traits, hint))
  }
  const allowed = targets.filter((target) => !target.fields.some(isNever))
  const pointed = field ? fields.findIndex((traits) => fitsHint(traits, field)) : -1
  if (pointed < 0) return allowed
  const known = allowed.find((target) => target.fields.includes(pointed))
  const group = findBoxGroups(fields).find((boxes) => boxes.includes(pointed))
  const first = {
    fields: known?.fields ?? group ?? [pointed],
    score: { value: POINTED_OUT, reasons: ['pointed-out'] },
    // Whoever points at a field wants a code of the vault there.
    kind: 'any' as const,
    isSurelyDelivered: false,
  }
  return [first, ...allowed.filter((target) => target !== known)]
}

/** Numbers and generated parts of names change with every visit. */
function shorten(text: string): string {
  return text
    .replace(/:r\w+:|\d+/gu, '#')
    .trim()
    .slice(0, MAX_HINT_CHARACTERS)
}
