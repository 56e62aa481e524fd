import {
  describeField,
  heedHints,
  isSameField,
  NO_HINTS,
  type FieldHint,
  type FieldHints,
} from '../core/detect/fieldHint'
import { findCodeTargets } from '../core/detect/findCodeTargets'
import type { PageKind } from '../core/detect/pageKinds'
import { deepActiveElement } from './deepActiveElement'
import { findFields, type Field } from './findFields'
import { readAllTraits } from './readFieldTraits'

/** A place for one code in this frame, as elements. */
export interface Target {
  readonly fields: readonly Field[]
  readonly score: number
  readonly kind: PageKind
  /** By what its first field is known again. */
  readonly hint: FieldHint | undefined
}

/** The targets of this frame, best first, after what the person said about its fields. */
export function findTargets(hints: FieldHints = NO_HINTS): readonly Target[] {
  const fields = findFields()
  const traits = readAllTraits(fields)
  return heedHints(traits, findCodeTargets(traits), hints).map(
    ({ fields: indexes, score, kind, isSurelyDelivered }) => {
      const own = traits[indexes[0] ?? -1]
      return {
        fields: indexes.flatMap((index) => fields[index] ?? []),
        score: score.value,
        // In doubt the code of the vault is offered: the person knows better.
        kind: isSurelyDelivered ? kind : 'any',
        hint: own && describeField(own),
      }
    },
  )
}

/** The same place in a page that has drawn its fields anew. */
export function findAgain({ hint, fields }: Target, hints?: FieldHints): Target | undefined {
  return findTargets(hints).find(
    (it) => hint && it.hint && isSameField(it.hint, hint) && it.fields.length === fields.length,
  )
}

/** The focused code field when there is one, else the best of the frame. */
export function findBestTarget(hints?: FieldHints): Target | undefined {
  const targets = findTargets(hints)
  const focused = deepActiveElement()
  return targets.find(({ fields }) => fields.some((field) => field === focused)) ?? targets[0]
}
