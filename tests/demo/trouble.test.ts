import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDemo } from './support/startTestDemo.ts'
import { createVisitor, readReason } from './support/visitor.ts'

let stage: Awaited<ReturnType<typeof startTestDemo>>

beforeAll(async () => {
  stage = await startTestDemo()
})

afterAll(() => stage.demo.close())

describe('trouble', () => {
  it('locks out after five wrong codes, also for the right one, and for a minute', async () => {
    const { secret, sendCode } = await stage.enrolAndSignIn('surat', 'locked')
    for (let n = 0; n < 5; n++) expect(readReason(await sendCode('000000'))).toBe('wrong')
    expect(readReason(await sendCode(stage.computeCode(secret)))).toBe('locked')
    stage.moveClock(61_000)
    expect((await sendCode(stage.computeCode(secret))).headers['location']).toBe('/account')
  })

  it.each([
    ['surat', '/sms', 'by SMS'],
    ['perizinan', '/whatsapp', 'WhatsApp Anda'],
    ['surat', '/email', 'by email'],
    ['perizinan', '/recovery', 'Kode pemulihan'],
    ['dompet', '/maintenance', 'down for maintenance'],
    ['perizinan', '/maintenance', 'dalam pemeliharaan'],
  ] as const)('stands at %s%s', async (service, path, words) => {
    const { visit } = createVisitor(stage.demo, service)
    expect((await visit(path)).text).toContain(words)
  })
})
