import { formatCode } from '../core/detect/formatCode'
import { sleep } from '../platform/clock'
import { drawsBoxes } from './drawnBoxes'
import type { Field } from './findFields'
import { readCode, readValue } from './fieldText'
import { announceChange, clearText, pasteText, setText, typeText } from './typeText'
import { watchTaking } from './watchTaking'

/** Widgets move focus and draw anew between digits; writing faster loses some, and hangs a few. */
const BETWEEN_BOXES_MS = 20
const SETTLE_MS = 40
const STAY_MS = 160
const TIME_LIMIT_MS = 4000
const LOCKED = ':disabled, :read-only'

/** The fields as they stand in the page now: some widgets draw them anew with every digit. */
type Live = () => readonly Field[]
type Way = (live: Live, code: string) => Promise<void>

/**
 * Writes a code into one field, or piece by piece into those of a split one, in the ways that pages
 * accept, the most accepted first, and clears what a failed try left. True when the page holds the whole
 * code and keeps it, or has taken it: it never gets the same code twice. `refresh` finds the fields again
 * where the page has drawn them anew.
 */
export async function fillField(
  fields: readonly Field[],
  code: string,
  refresh: () => readonly Field[] | undefined = () => undefined,
): Promise<boolean> {
  if (fields.length === 0 || code.length % fields.length !== 0) return false
  let current = fields
  const live = () => (current = findCurrent(current, refresh))
  const taking = watchTaking(() => current, code)
  const started = performance.now()
  try {
    for (const way of waysFor(fields)) {
      await way(live, fields.length === 1 ? formatCode(code, patternOf(live()[0])) : code)
      await taking.hold()
      await sleep(SETTLE_MS)
      live()
      if (readCode(current) === code) {
        return (await keeps(current, code, refresh)) || taking.wasTaken()
      }
      if (taking.wasTaken()) return true
      if (performance.now() - started > TIME_LIMIT_MS) return false
      if (!current.every(({ isConnected }) => isConnected)) return false
      for (const field of [...current].reverse()) clearText(field)
      await sleep(BETWEEN_BOXES_MS)
    }
    return false
  } finally {
    taking.stop()
  }
}

/** Puts the code behind what the field holds: a password. True when the page holds both. */
export async function appendCode(field: Field, code: string): Promise<boolean> {
  const whole = readValue(field) + code
  typeText(field, code, 'append')
  announceChange(field)
  await sleep(SETTLE_MS)
  if (readValue(field) !== whole) {
    setText(field, whole)
    announceChange(field)
    await sleep(SETTLE_MS)
  }
  return readValue(field) === whole
}

function waysFor(fields: readonly Field[]): readonly Way[] {
  if (fields.length > 1) return SPLIT
  return fields.every(drawsBoxes) ? [typeEach] : SINGLE
}

const typeEach: Way = async (live, code) => {
  for (const character of code) {
    await write(live()[0], (field) => typeText(field, character, 'append'))
    await sleep(BETWEEN_BOXES_MS)
  }
}

const SINGLE: readonly Way[] = [
  (live, code) => write(live()[0], (field) => typeText(field, code)),
  typeEach,
  (live, code) => write(live()[0], (field) => setText(field, code)),
]
const SPLIT: readonly Way[] = [
  (live, code) => writeEach(live, code, typeText),
  // Pasted once into the first box; the widget does the rest.
  (live, code) => write(live()[0], (field) => pasteText(field, code)),
  (live, code) => writeEach(live, code, setText),
]

async function writeEach(
  live: Live,
  code: string,
  put: (field: Field, text: string) => void,
): Promise<void> {
  // One digit each, or a half each.
  const size = code.length / live().length
  for (let at = 0; at < code.length; at += size) {
    await write(live()[at / size], (field) => put(field, code.slice(at, at + size)))
    await sleep(BETWEEN_BOXES_MS)
  }
}

function write(field: Field | undefined, put: (field: Field) => void): Promise<void> {
  if (field?.isConnected) {
    put(field)
    announceChange(field)
  }
  return Promise.resolve()
}

/** A page that submits by itself may empty or remove its fields, but not refuse the code silently. */
async function keeps(
  fields: readonly Field[],
  code: string,
  refresh: () => readonly Field[] | undefined,
): Promise<boolean> {
  await sleep(STAY_MS)
  const current = findCurrent(fields, refresh)
  const isGone = !current.every(({ isConnected }) => isConnected)
  const isSending = current.some((field) => field.matches(LOCKED) && !drawsBoxes(field))
  return isGone || isSending || readCode(current) === code
}

function findCurrent(
  fields: readonly Field[],
  refresh: () => readonly Field[] | undefined,
): readonly Field[] {
  if (fields.every(({ isConnected }) => isConnected)) return fields
  return refresh() ?? fields
}

function patternOf(field: Field | undefined): string {
  return field instanceof HTMLInputElement ? field.pattern : ''
}
