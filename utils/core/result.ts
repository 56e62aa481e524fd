/**
 * Expected failures are values, not exceptions: a `Result` is either a value or a code that the
 * person's language turns into a sentence. `detail` carries numbers for that sentence (positions,
 * limits) and never anything secret.
 */
export type Result<T, Code extends string> =
  { readonly ok: true; readonly value: T } | Failure<Code>

export interface Failure<Code extends string> {
  readonly ok: false
  readonly code: Code
  readonly detail?: Readonly<Record<string, string | number>>
}

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function failure<Code extends string>(
  code: Code,
  detail?: Readonly<Record<string, string | number>>,
): Failure<Code> {
  return detail ? { ok: false, code, detail } : { ok: false, code }
}
