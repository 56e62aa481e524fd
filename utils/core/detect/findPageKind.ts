import type { FieldTraits } from './fieldTraits'
import { judgeFields, rankTargets } from './findCodeTargets'
import type { CodeKind } from './findKind'

/** What a frame asks for: the kind of code of its best field, a recovery code, or no code at all. */
export type PageKind = CodeKind | 'recovery' | 'none'

/** Fields come in document order, as for `findCodeTargets`. Pure, and asked without anything to fill. */
export function findPageKind(fields: readonly FieldTraits[]): PageKind {
  const judged = judgeFields(fields)
  const [best] = rankTargets(judged)
  if (best) return best.kind
  return judged.some(({ wantsRecovery }) => wantsRecovery) ? 'recovery' : 'none'
}

/** Kinds that a code of the vault answers; every other one reaches the person by another way. */
export function isOfVault(kind: PageKind): boolean {
  return kind === 'authenticator' || kind === 'any'
}
