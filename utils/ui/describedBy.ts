/** The `aria-describedby` of a control in a FieldFrame: its hint and its error, where they stand. */
export function describedBy(
  id: string,
  { hint, error }: { readonly hint?: string | undefined; readonly error?: string | undefined },
): string | undefined {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])]
  return ids.length === 0 ? undefined : ids.join(' ')
}
