import { PRIVATE_SUFFIXES, PUBLIC_SUFFIXES } from './suffixTable'

export interface Suffix {
  readonly name: string
  /** A company gives out names under it. */
  readonly isPrivate: boolean
}

/** Each rule, and whether it is a company's. */
type Rules = ReadonlyMap<string, boolean>

// Hosts of a vault share a few top-level domains, and those of one are many.
const known = new Map<string, Rules>()

/**
 * The part of a host under which everybody may take a name: the longest rule of the public suffix list, as
 * publicsuffix.org says, or the top-level domain.
 */
export function readSuffix(host: string, withPrivate = true): Suffix {
  const labels = host.split('.')
  const top = labels.at(-1) ?? ''
  const rules = rulesOf(top)
  const counts = (rule: string) => rules.has(rule) && (withPrivate || rules.get(rule) === false)
  const suffixFrom = (at: number, rule: string) => ({
    name: labels.slice(at).join('.'),
    isPrivate: rules.get(rule) === true,
  })
  for (let at = 0; at < labels.length - 1; at++) {
    const [first = '', ...others] = labels.slice(at, -1)
    const rule = [first, ...others].join('.')
    const wildcard = ['*', ...others].join('.')
    if (counts(`!${rule}`)) return suffixFrom(at + 1, `!${rule}`)
    if (counts(rule)) return suffixFrom(at, rule)
    if (counts(wildcard)) return suffixFrom(at, wildcard)
  }
  return { name: top, isPrivate: false }
}

function rulesOf(top: string): Rules {
  const rules =
    known.get(top) ??
    new Map<string, boolean>([
      ...readLine(PRIVATE_SUFFIXES, top).map((rule) => [rule, true] as const),
      ...readLine(PUBLIC_SUFFIXES, top).map((rule) => [rule, false] as const),
    ])
  known.set(top, rules)
  return rules
}

function readLine(table: string, top: string): readonly string[] {
  const start = table.indexOf(`\n${top} `)
  if (start < 0) return []
  return table.slice(start + top.length + 2, table.indexOf('\n', start + 1)).split(' ')
}
