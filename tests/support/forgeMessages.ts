import type { GenericSchema } from 'valibot'
import { frameSchemas, menuSchemas, pageSchemas } from '@/utils/protocol/schemas'

/** What a forger knows; in the worst case everything but how to be somebody else. */
export type Known = Readonly<Record<string, unknown>>

export interface Forged {
  readonly to: unknown
  readonly request: string
  readonly payload: unknown
  readonly [term: string]: unknown
}

const SCHEMAS: Record<string, GenericSchema> = { ...pageSchemas, ...menuSchemas, ...frameSchemas }
export const REQUESTS: readonly string[] = Object.keys(SCHEMAS)

const JUNK: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  'x'.repeat(5000),
  [],
  [[]],
  {},
  { toString: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  '../menu.html',
]

/** `count` messages of one request type: half are as the product's own pages would send them. */
export function forgeMessages(
  request: string,
  count: number,
  known: Known,
  random: () => number,
): readonly Forged[] {
  const names = fieldsOf(SCHEMAS[request])
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, (_, index): Forged => {
    const isPlausible = index % 2 === 0
    const fields = names.map((name) => [
      name,
      isPlausible && name in known ? known[name] : pick(JUNK),
    ])
    const payload: unknown = isPlausible || random() < 0.7 ? Object.fromEntries(fields) : pick(JUNK)
    return {
      to: isPlausible || random() < 0.8 ? 'background' : pick(JUNK),
      request: isPlausible || random() < 0.8 ? request : `${request}\0`,
      payload,
      ...(random() < 0.3 ? { command: isPlausible ? `forged-${String(index)}` : pick(JUNK) } : {}),
      ...(random() < 0.2 ? { seen: isPlausible ? index : pick(JUNK) } : {}),
      ...(random() < 0.2 ? { sender: { id: known['extensionId'], url: known['popup'] } } : {}),
    }
  })
}

/** All that a forger may be told: nothing, or whether a script runs and an icon is wanted. */
const ANSWERS: Readonly<Record<string, readonly object[]>> = {
  'fill.wake': [{ isStarted: true }, { isStarted: false }],
  'fill.offer': [{}, { hasIcon: true }],
  'fill.hints': [{ never: [] }],
  'fill.reject': [{}],
  'fill.leave': [{}],
  'menu.leave': [{}],
  'menu.reject': [{}],
  'menu.dismiss': [{}],
  'menu.settings': [{}],
}

/** A refusal, or one of the few answers; a pairing is a random name for this very document's menu. */
export function isHarmless(request: string, reply: unknown): boolean {
  const { ok, value } = (reply ?? {}) as { ok?: boolean; value?: Record<string, unknown> | null }
  if (ok !== true) return true
  const answer = JSON.stringify({ ...value, pairing: undefined })
  return ANSWERS[request]?.some((one) => JSON.stringify(one) === answer) === true
}

function fieldsOf(schema: GenericSchema | undefined): readonly string[] {
  return schema && 'entries' in schema ? Object.keys(schema.entries as object) : []
}
