import { startDemo } from '../../../demo/server.ts'
import { computeTotp } from '../../../demo/totp.ts'
import type { ServiceId } from '../../../demo/site.ts'
import { createVisitor, readHidden, readSecret } from './visitor.ts'

const CODE_NAMES = { perizinan: 'kodeOtp', surat: 'code', dompet: 'otp' } as const

/** A demo whose clock stands still until it is moved. */
export async function startTestDemo() {
  let now = Date.UTC(2031, 4, 6, 7, 8, 10)
  const demo = await startDemo({ now: () => now })

  function computeCode(secret: Uint8Array, stepsLater = 0): string {
    const shape = { secret, algorithm: 'SHA1', digits: 6 } as const
    return computeTotp(shape, now + stepsLater * 30_000, 30)
  }

  /** Enrols the demo user and stops at the page that asks for a code. */
  async function enrolAndSignIn(service: ServiceId, username: string) {
    const { visit } = createVisitor(demo, service)
    const codeName = CODE_NAMES[service]
    const page = await visit(`/enrol?user=${encodeURIComponent(username)}`)
    const secret = readSecret(page)
    const enrolForm = {
      enrolment: readHidden(page, 'enrolment'),
      [codeName]: computeCode(secret),
    }
    const enrolled = await visit('/enrol', { form: enrolForm })
    await visit('/login', { form: { username, password: 'x' } })
    const sendCode = (code: string) => visit('/login/code', { form: { [codeName]: code } })
    return { visit, secret, enrolForm, enrolled, sendCode }
  }

  return {
    demo,
    readClock: () => now,
    computeCode,
    enrolAndSignIn,
    moveClock: (ms: number) => {
      now += ms
    },
  }
}
