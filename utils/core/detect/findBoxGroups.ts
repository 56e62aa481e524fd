import type { FieldTraits } from './fieldTraits'

const GROUP_SIZES = [4, 5, 6, 7, 8]
const TYPES = new Set(['text', 'tel', 'number', 'password', 'editable'])
const MAX_BOX_WIDTH = 110
/** A field for one character is a box, however wide it is drawn; the first may take the whole code. */
const MAX_SHORT_WIDTH = 260
const TOLERANCE = 4

/** Runs of small, equally wide inputs on one line of one form: what a split code field looks like. */
export function findBoxGroups(fields: readonly FieldTraits[]): readonly (readonly number[])[] {
  const boxes = findRows(fields)
  return boxes.length > 0 ? boxes : findHalves(fields)
}

/** Two fields for three digits each, and no third one, as dates and phone numbers have it. */
function findHalves(fields: readonly FieldTraits[]): readonly (readonly number[])[] {
  const halves = fields.flatMap((field, index) =>
    isTyped(field) && (field.maxLength === 3 || field.maxLength === 4) ? [index] : [],
  )
  const [first = -1, second = -1] = halves
  const [a, b] = [fields[first], fields[second]]
  const isPair =
    halves.length === 2 &&
    second === first + 1 &&
    a !== undefined &&
    b !== undefined &&
    a.maxLength === b.maxLength &&
    standBesideEachOther(a, b)
  return isPair ? [halves] : []
}

function findRows(fields: readonly FieldTraits[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  let run: number[] = []
  const close = () => {
    if (GROUP_SIZES.includes(run.length) && holdOneEach(run, fields)) groups.push(run)
    run = []
  }
  fields.forEach((field, index) => {
    const previous = fields[run.at(-1) ?? -1]
    if (!isBox(field) || (previous && !standBesideEachOther(previous, field))) close()
    if (isBox(field)) run.push(index)
  })
  close()
  // A grid of boxes is a puzzle or a table, not a code.
  return groups.length > 2 ? [] : groups
}

function isTyped({ type }: FieldTraits): boolean {
  return TYPES.has(type)
}

function isBox(field: FieldTraits): boolean {
  const { width, maxLength } = field
  const isShort = maxLength > 0 && maxLength <= 8
  return isTyped(field) && width > 0 && width < (isShort ? MAX_SHORT_WIDTH : MAX_BOX_WIDTH)
}

function standBesideEachOther(a: FieldTraits, b: FieldTraits): boolean {
  const onOneLine = Math.abs(a.top - b.top) <= TOLERANCE && a.left !== b.left
  const isBreak = b.top > a.top && Math.abs(a.left - b.left) > 1.5 * a.width
  return (
    a.formId === b.formId &&
    a.type === b.type &&
    Math.abs(a.width - b.width) <= TOLERANCE &&
    // On a narrow screen the row breaks.
    (onOneLine || (isBreak && a.maxLength === 1 && b.maxLength === 1))
  )
}

/** One character each; the first may take the whole code. Keys and card numbers have more in every box. */
function holdOneEach(run: readonly number[], fields: readonly FieldTraits[]): boolean {
  return run.every((index, position) => {
    const maxLength = fields[index]?.maxLength ?? -1
    return maxLength <= 1 || (position === 0 && maxLength === run.length)
  })
}
