import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeTotp } from '../../demo/totp.ts'
import { startTestDemo } from './support/startTestDemo.ts'
import { createVisitor, readHidden, readReason, readSecret } from './support/visitor.ts'

let stage: Awaited<ReturnType<typeof startTestDemo>>

beforeAll(async () => {
  stage = await startTestDemo()
})

afterAll(() => stage.demo.close())

describe('enrolment', () => {
  it.each(['perizinan', 'surat', 'dompet'] as const)('turns on at %s', async (service) => {
    const { enrolled } = await stage.enrolAndSignIn(service, 'ani')
    expect(enrolled.text).toContain('data-testid="enrolled"')
    expect(stage.demo.events.at(-1)).toMatchObject({ service, kind: 'enrol', ok: true })
  })

  it('shows a fresh 20-byte secret on each visit', async () => {
    const { visit } = createVisitor(stage.demo, 'surat')
    const secrets = [readSecret(await visit('/enrol')), readSecret(await visit('/enrol'))]
    expect(secrets.map((secret) => secret.length)).toEqual([20, 20])
    expect(secrets[0]).not.toEqual(secrets[1])
  })

  it('keeps the same secret after a wrong code and says so', async () => {
    const { visit } = createVisitor(stage.demo, 'perizinan')
    const page = await visit('/enrol')
    const secret = readSecret(page)
    const form = { enrolment: readHidden(page, 'enrolment'), kodeOtp: stage.computeCode(secret, 5) }
    const again = await visit('/enrol', { form })
    expect(readReason(again)).toBe('wrong')
    expect(again.text).toContain('Kode autentikasi tidak sesuai')
    expect(readSecret(again)).toEqual(secret)
  })

  it('does not take an enrolment to another service', async () => {
    const page = await createVisitor(stage.demo, 'surat').visit('/enrol')
    const code = stage.computeCode(readSecret(page))
    const answer = await createVisitor(stage.demo, 'dompet').visit('/enrol', {
      form: { enrolment: readHidden(page, 'enrolment'), otp: code },
    })
    expect(answer.headers['location']).toBe('/enrol')
  })

  it('enrols with SHA-512, eight digits and sixty seconds', async () => {
    const { visit } = createVisitor(stage.demo, 'surat')
    const page = await visit('/sha512')
    const shape = { secret: readSecret(page), algorithm: 'SHA512', digits: 8 } as const
    const code = computeTotp(shape, stage.readClock(), 60)
    const form = { enrolment: readHidden(page, 'enrolment'), code }
    expect((await visit('/sha512', { form })).text).toContain('data-testid="enrolled"')
  })
})
