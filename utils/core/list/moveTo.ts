/** Where an account is to stand in the person's own order: beside another one. */
export interface Place {
  readonly beside: string
  readonly side: 'before' | 'after'
}

/** The accounts with one of them moved; as they were where one of the two is not among them. */
export function moveTo<T extends { readonly id: string }>(
  accounts: readonly T[],
  id: string,
  { beside, side }: Place,
): readonly T[] {
  const moved = accounts.find((account) => account.id === id)
  const others = accounts.filter((account) => account !== moved)
  const at = others.findIndex((account) => account.id === beside)
  if (!moved || at < 0) return accounts
  return others.toSpliced(side === 'before' ? at : at + 1, 0, moved)
}
