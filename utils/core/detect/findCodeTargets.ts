import type { FieldTraits } from './fieldTraits'
import { scoreField, type Score } from './scoreField'

/** A place for one code: one field, or the boxes of a split one in reading order (indexes). */
export interface CodeTarget {
  readonly fields: readonly number[]
  readonly score: Score
}

const SINGLE_THRESHOLD = 3.9
const GROUP_THRESHOLD = 2.6
const GROUP_SIZES = [6, 8, 7, 5, 4]
const MAX_BOX_WIDTH = 100
const TOLERANCE = 3

/** The targets of a frame, best first. Fields come in document order. */
export function findCodeTargets(fields: readonly FieldTraits[]): readonly CodeTarget[] {
  const groups = findBoxGroups(fields)
  const grouped = new Set(groups.flat())
  const targets: CodeTarget[] = []
  for (const group of groups) {
    const score = scoreGroup(group, fields)
    if (score.value >= GROUP_THRESHOLD) targets.push({ fields: group, score })
  }
  fields.forEach((field, index) => {
    if (grouped.has(index)) return
    const score = scoreField(field)
    if (score.value >= SINGLE_THRESHOLD) targets.push({ fields: [index], score })
  })
  return targets.sort((a, b) => b.score.value - a.score.value)
}

/** Runs of small, equally wide inputs on one line of one form: what a split code field looks like. */
function findBoxGroups(fields: readonly FieldTraits[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  let run: number[] = []
  const close = () => {
    if (GROUP_SIZES.includes(run.length)) groups.push(run)
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

function isBox(field: FieldTraits): boolean {
  const mayHoldOne = field.maxLength <= 1 || (field.maxLength >= 4 && field.maxLength <= 8)
  return field.width > 0 && field.width < MAX_BOX_WIDTH && mayHoldOne
}

function standBesideEachOther(a: FieldTraits, b: FieldTraits): boolean {
  return (
    a.form === b.form &&
    a.type === b.type &&
    Math.abs(a.width - b.width) <= TOLERANCE &&
    Math.abs(a.top - b.top) <= TOLERANCE &&
    a.left !== b.left
  )
}

/** A group is judged by its best box; the shape itself is worth something, and length says nothing. */
function scoreGroup(group: readonly number[], fields: readonly FieldTraits[]): Score {
  const scores = group.flatMap((index) => {
    const field = fields[index]
    return field ? [scoreField({ ...field, maxLength: -1 })] : []
  })
  const best = scores.reduce((a, b) => (b.value > a.value ? b : a))
  return { value: best.value + 1, reasons: [...best.reasons, `boxes:${String(group.length)}`] }
}
