import type { FieldTraits } from './fieldTraits'
import { judgeFields, rankTargets } from './findCodeTargets'
import type { PageKind } from './pageKinds'

/** Which kind of code a frame asks for. Fields come in document order, as for `findCodeTargets`. Pure, and asked without anything to fill. */
export function findPageKind(fields: readonly FieldTraits[]): PageKind {
  const judged = judgeFields(fields)
  const [best] = rankTargets(judged)
  if (best) return best.kind
  return judged.some(({ wantsRecovery }) => wantsRecovery) ? 'recovery' : 'none'
}
