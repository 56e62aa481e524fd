import * as v from 'valibot'

// How importers look into JSON: a value is read as it was printed, and what is of another kind makes the
// entry unreadable rather than something else. The fallbacks are what a missing member counts as.

/** Text, a number or nothing, as text: `6`, `"6"` and `null` are all seen for digits. */
export const printed = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), null),
  v.transform((value) => (value === null ? undefined : String(value))),
)

/** A name: text, or nothing. */
export const label = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), ''),
  v.transform((value) => String(value)),
)

/** Yes or no, also as 1, 0, "true", "false" and nothing. */
export const flag = v.pipe(
  v.nullish(v.union([v.boolean(), v.number(), v.string()]), false),
  v.transform((value) => value === true || value === 1 || value === '1' || value === 'true'),
)

/** Items of whatever kind, to be looked at one by one. */
export const items = v.nullish(v.array(v.unknown()), [])

/** Bytes as Java prints them: numbers from -128 to 127. */
export const signedBytes = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(-128), v.maxValue(255))),
  v.maxLength(10_000),
  v.transform((numbers): Uint8Array<ArrayBuffer> => Uint8Array.from(numbers)),
)

/** Whether a value has the given shape. */
export function matches<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): value is v.InferInput<Schema> {
  return v.is(schema, value)
}
