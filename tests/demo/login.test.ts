import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDemo } from './support/startTestDemo.ts'
import { createVisitor, readReason } from './support/visitor.ts'

let stage: Awaited<ReturnType<typeof startTestDemo>>

beforeAll(async () => {
  stage = await startTestDemo()
})

afterAll(() => stage.demo.close())

describe('sign-in', () => {
  it('accepts a right code once and refuses it the second time', async () => {
    const { visit, secret, sendCode } = await stage.enrolAndSignIn('surat', 'once')
    const code = stage.computeCode(secret)
    expect((await sendCode(code)).headers['location']).toBe('/account')
    expect((await visit('/account')).text).toContain('data-testid="signed-in"')

    await visit('/login', { form: { username: 'once', password: 'x' } })
    expect(readReason(await sendCode(code))).toBe('reused')
    expect(stage.demo.events.slice(-2).map(({ ok, reason }) => ({ ok, reason }))).toEqual([
      { ok: true, reason: undefined },
      { ok: false, reason: 'reused' },
    ])
  })

  it('does not let a spent code back in by confirming the same set-up again', async () => {
    const { visit, secret, enrolForm, sendCode } = await stage.enrolAndSignIn('surat', 'again')
    const code = stage.computeCode(secret)
    await sendCode(code)
    expect((await visit('/enrol', { form: enrolForm })).headers['location']).toBe('/enrol')
    expect(readReason(await sendCode(code))).toBe('reused')
  })

  it('accepts the next code after a spent one', async () => {
    const { secret, sendCode } = await stage.enrolAndSignIn('dompet', 'next')
    await sendCode(stage.computeCode(secret))
    stage.moveClock(30_000)
    expect((await sendCode(stage.computeCode(secret))).status).toBe(303)
  })

  it.each(['perizinan', 'surat', 'dompet'] as const)(
    'refuses a wrong code at %s',
    async (service) => {
      const { visit, secret, sendCode } = await stage.enrolAndSignIn(service, 'wrong')
      expect(readReason(await sendCode(stage.computeCode(secret, 7)))).toBe('wrong')
      expect((await visit('/account')).headers['location']).toBe('/login')
    },
  )

  it('accepts a code typed with a space in the middle', async () => {
    const { secret, sendCode } = await stage.enrolAndSignIn('surat', 'space')
    expect((await sendCode(stage.computeCode(secret).replace(/^.../, '$& '))).status).toBe(303)
  })

  it('says when the user never enrolled', async () => {
    const { visit } = createVisitor(stage.demo, 'perizinan')
    await visit('/login', { form: { username: 'tamu', password: 'x' } })
    const answer = await visit('/login/code', { form: { kodeOtp: '123456' } })
    expect(readReason(answer)).toBe('not-enrolled')
  })

  it('does not carry an enrolment from one service to another', async () => {
    const { secret } = await stage.enrolAndSignIn('surat', 'ani')
    const { visit } = createVisitor(stage.demo, 'dompet')
    await visit('/login', { form: { username: 'ani', password: 'x' } })
    const answer = await visit('/login/code', { form: { otp: stage.computeCode(secret) } })
    expect(readReason(answer)).toBe('not-enrolled')
  })

  it('asks for the password step first', async () => {
    const answer = await createVisitor(stage.demo, 'surat').visit('/login/code')
    expect(answer.headers['location']).toBe('/login')
  })

  it('forgets enrolments on reset, and only those of that service', async () => {
    const kept = await stage.enrolAndSignIn('dompet', 'kept')
    const gone = await stage.enrolAndSignIn('surat', 'gone')
    await gone.visit('/reset')
    await gone.visit('/login', { form: { username: 'gone', password: 'x' } })
    expect(readReason(await gone.sendCode(stage.computeCode(gone.secret)))).toBe('not-enrolled')
    expect((await kept.sendCode(stage.computeCode(kept.secret))).status).toBe(303)
  })
})
