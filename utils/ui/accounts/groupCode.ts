/**
 * A code in the groups that people read it in: 3 + 3, 4 + 4, 3 + 4. Steam's five letters, and any
 * other length that has no custom, stand undivided.
 */
export function groupCode(code: string, isGrouped = true): string {
  const first = isGrouped ? FIRST_GROUP[code.length] : undefined
  return first === undefined ? code : `${code.slice(0, first)} ${code.slice(first)}`
}

const FIRST_GROUP: Readonly<Record<number, number>> = { 6: 3, 7: 3, 8: 4, 9: 4, 10: 5 }

/** A code for speech: every character by itself, with a pause between the groups. */
export function spellCode(code: string): string {
  return groupCode(code)
    .split(' ')
    .map((group) => [...group].join(' '))
    .join(', ')
}

/** What stands in the place of a code that is not shown, as wide as the code would be. */
export function hideCode(digits: number, isGrouped = true): string {
  return groupCode('•'.repeat(digits), isGrouped)
}
