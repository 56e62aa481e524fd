import { expect, it } from 'vitest'
import { inReadingOrder } from '@/utils/core/qr/readingOrder'

type Place = readonly [text: string, left: number, top: number, size?: number]

const code = ([text, left, top, size = 100]: Place) => ({
  text,
  corners: [
    { x: left, y: top },
    { x: left + size, y: top },
    { x: left + size, y: top + size },
    { x: left, y: top + size },
  ],
})

it.each<[string, ...Place[]]>([
  [
    'rows from the top, each from the left',
    ['4', 300, 200],
    ['1', 0, 0],
    ['3', 0, 200],
    ['2', 300, 0],
  ],
  ['a row that is not quite even', ['2', 150, -20], ['3', 300, 9], ['1', 0, 12]],
  [
    'small ones beside a large one',
    ['1', 0, 0, 300],
    ['3', 400, 100],
    ['2', 350, 20],
    ['4', 0, 310],
  ],
  // Each stands a little lower than the one before: the last is beside the middle one, not the first.
  ['a staircase', ['3', 0, 120], ['2', 200, 45], ['1', 100, 0]],
])('reads %s', (_name, ...places) => {
  const read = inReadingOrder(places.map(code)).map(({ text }) => text)
  expect(read).toEqual([...read].sort())
})

it('keeps what has no place', () => {
  expect(inReadingOrder([])).toEqual([])
})
