import { describe, expect, it } from 'vitest'
import { createSerialQueue } from '@/utils/background/serialQueue'

describe('a serial queue', () => {
  it('runs tasks one after the other, in the order asked', async () => {
    const enqueue = createSerialQueue()
    const steps: string[] = []
    const task = (name: string, turns: number) => async () => {
      steps.push(`${name} starts`)
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      steps.push(`${name} ends`)
      return name
    }
    const results = await Promise.all([
      enqueue(task('a', 20)),
      enqueue(task('b', 1)),
      enqueue(task('c', 5)),
    ])
    expect(results).toEqual(['a', 'b', 'c'])
    expect(steps).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends'])
  })

  it('goes on after a task that fails, and tells only who asked for it', async () => {
    const enqueue = createSerialQueue()
    const failed = enqueue(() => Promise.reject(new Error('no')))
    const thrown = enqueue(() => {
      throw new Error('bug')
    })
    const fine = enqueue(() => Promise.resolve('fine'))
    await expect(failed).rejects.toThrow('no')
    await expect(thrown).rejects.toThrow('bug')
    expect(await fine).toBe('fine')
  })
})
