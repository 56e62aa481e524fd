import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeHotp } from '../../demo/totp.ts'
import { startTestDemo } from './support/startTestDemo.ts'
import { createVisitor, readHidden, readReason, readSecret } from './support/visitor.ts'

let stage: Awaited<ReturnType<typeof startTestDemo>>

beforeAll(async () => {
  stage = await startTestDemo()
})

afterAll(() => stage.demo.close())

async function openDoor() {
  const { visit } = createVisitor(stage.demo, 'surat')
  const page = await visit('/hotp')
  const shape = { secret: readSecret(page), algorithm: 'SHA1', digits: 6 } as const
  const key = readHidden(page, 'key')
  return async (counter: number) => {
    const answer = await visit('/hotp', { form: { key, code: computeHotp(shape, counter) } })
    return readReason(answer) ?? 'accepted'
  }
}

describe('HOTP door', () => {
  it('accepts codes in turn, each once', async () => {
    const tryCounter = await openDoor()
    expect(await tryCounter(0)).toBe('accepted')
    expect(await tryCounter(0)).toBe('wrong')
    expect(await tryCounter(1)).toBe('accepted')
  })

  it('looks ahead by three and moves past what was skipped', async () => {
    const tryCounter = await openDoor()
    expect(await tryCounter(4)).toBe('wrong')
    expect(await tryCounter(3)).toBe('accepted')
    expect(await tryCounter(2)).toBe('wrong')
    expect(await tryCounter(7)).toBe('accepted')
  })

  it('records what it decided', async () => {
    const tryCounter = await openDoor()
    await tryCounter(9)
    expect(stage.demo.events.at(-1)).toMatchObject({ kind: 'hotp', ok: false, reason: 'wrong' })
  })
})
