import { expect, it } from 'vitest'
import { groupParts, isWhole } from '@/utils/core/otpauth/exportProgress'
import { failure } from '@/utils/core/result'

/** A part whose content is told apart by the name of its one entry. */
const part = (index: number, size: number, batchId = 0, content = '') => ({
  part: { batchId, size, index },
  entries: [{ ...failure('secret-missing'), issuer: content, account: '' }],
})
const readProgress = (...parts: readonly ReturnType<typeof part>[]) =>
  groupParts(parts).map(({ progress }) => progress)

it('counts parts in any order and twice, and names the missing ones from 1 on', () => {
  expect(readProgress(part(2, 4), part(0, 4), part(2, 4))).toEqual([
    { found: 2, total: 4, missing: [2, 4] },
  ])
})

it('is whole with the last part', () => {
  expect(readProgress(part(1, 2), part(0, 2)).every(isWhole)).toBe(true)
  expect(readProgress(part(1, 2)).some(isWhole)).toBe(false)
})

it('keeps exports apart by their id and by their size', () => {
  expect(readProgress(part(0, 2, 1), part(1, 2, 2), part(0, 3, 1))).toHaveLength(3)
})

it('names few of billions of parts', () => {
  const [progress] = readProgress(part(1, 4_000_000_000))
  expect(progress?.missing).toHaveLength(20)
})

it('begins an export anew that was not whole, and keeps one that was', () => {
  const group = (...places: string[]) => {
    const parts = places.map((text) => ({ ...part(Number(text[1]), 2, 0, text[0]), text }))
    return groupParts(parts).map((it) => it.parts.map(({ text }) => text))
  }
  expect(group('a0', 'b0', 'b1')).toEqual([['b0', 'b1']])
  expect(group('a0', 'a1', 'a0+0')).toEqual([['a0', 'a1']])
  expect(group('a0', 'a1', 'b0', 'b1')).toEqual([
    ['a0', 'a1'],
    ['b0', 'b1'],
  ])
})
