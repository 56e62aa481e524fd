import { heedHints, NO_HINTS, type FieldHints } from '../core/detect/fieldHint'
import { findCodeTargets } from '../core/detect/findCodeTargets'
import type { PageKind } from '../core/detect/pageKinds'
import { shadowRootOf } from '../platform/frame'
import { findFields, type Field } from './findFields'
import { activeElementOf } from './plainDom'
import { readAllTraits } from './readFieldTraits'

/** A place for one code in this frame, as elements. */
export interface Target {
  readonly fields: readonly Field[]
  readonly score: number
  readonly kind: PageKind
}

/** The targets of this frame, best first, after what the person said about its fields. */
export function findTargets(hints: FieldHints = NO_HINTS): readonly Target[] {
  const fields = findFields()
  const traits = readAllTraits(fields)
  return heedHints(traits, findCodeTargets(traits), hints).map(
    ({ fields: indexes, score, kind, isSurelyDelivered }) => ({
      fields: indexes.flatMap((index) => fields[index] ?? []),
      score: score.value,
      // In doubt the code of the vault is offered: the person knows better.
      kind: isSurelyDelivered ? kind : 'any',
    }),
  )
}

/** The focused code field when there is one, else the best of the frame. */
export function findBestTarget(hints?: FieldHints): Target | undefined {
  const targets = findTargets(hints)
  const focused = deepActiveElement()
  return targets.find(({ fields }) => fields.some((field) => field === focused)) ?? targets[0]
}

export function deepActiveElement(root: Document | ShadowRoot = document): Element | null {
  const active = root instanceof ShadowRoot ? root.activeElement : activeElementOf(root)
  const inner = active instanceof HTMLElement ? shadowRootOf(active) : null
  return (inner && deepActiveElement(inner)) ?? active
}
