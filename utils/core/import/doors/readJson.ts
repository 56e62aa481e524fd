import { failure, success, type Result } from '../../result'

export const MAX_DEPTH = 32

/** Names that would reach an object's prototype if somebody copied them by assignment. */
const DANGEROUS = new Set(['__proto__', 'constructor', 'prototype'])
const MAY_HOLD_DANGER = /__proto__|constructor|prototype|\\u/u

/**
 * JSON from a file. How deep it is nested is counted before it is parsed, and names that reach into
 * prototypes are left out.
 */
export function readJson(text: string): Result<unknown, 'not-json' | 'too-deep'> {
  if (isTooDeep(text)) return failure('too-deep', { max: MAX_DEPTH })
  try {
    const reviver = MAY_HOLD_DANGER.test(text) ? dropDangerous : undefined
    return success(JSON.parse(text, reviver) as unknown)
  } catch {
    return failure('not-json') // SyntaxError
  }
}

function dropDangerous(key: string, value: unknown): unknown {
  return DANGEROUS.has(key) ? undefined : value
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at++
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '{' || character === '[') {
      if (++depth > MAX_DEPTH) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}
