/**
 * A function as an expression to evaluate elsewhere. It evaluates to JSON text, because each
 * protocol has its own idea of which objects it can carry.
 *
 * With `realm`, an expression for another window of the same process, the function sees that
 * window's globals instead of those of the place that evaluates it.
 */
export function remoteCall(
  fn: (...args: never[]) => unknown,
  args: readonly unknown[],
  realm = 'globalThis',
): string {
  const call = `(${fn.toString()})(...${JSON.stringify(args)})`
  return `(async () => {
    const realm = ${realm};
    if (!realm) throw new Error('There is no such document');
    const run = async (${REALM_NAMES.map((name) => `${name} = realm.${name}`).join(', ')}) => ${call};
    return JSON.stringify({ value: await run() });
  })()`
}

/** Selects what a field holds, so that the next key replaces it; stands alone. */
export function selectAll(selector: string): void {
  document.querySelector<HTMLInputElement>(selector)?.select()
}

const REALM_NAMES = [
  'globalThis',
  'window',
  'self',
  'document',
  'location',
  'navigator',
  'browser',
  'chrome',
]

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller states by its function's type what the other side returned
export function remoteValue<T>(json: unknown): T {
  if (typeof json !== 'string') throw new Error('The remote call did not return JSON')
  return (JSON.parse(json) as { value: T }).value
}
