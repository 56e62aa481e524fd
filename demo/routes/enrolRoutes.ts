import { createId, createSecret, type Enrolment } from '../memory.ts'
import type { Service } from '../service.ts'
import type { Demo, Route } from '../site.ts'
import type { Algorithm } from '../totp.ts'
import { verifyTotp } from '../verify.ts'
import { renderEnrolledPage, renderEnrolPage } from '../views/enrolPage.ts'
import { redirectTo, showPage } from './replies.ts'

const USER_LENGTH_LIMIT = 100

export interface EnrolPlan {
  readonly algorithm: Algorithm
  readonly digits: number
  readonly periodSeconds: number
}

export const USUAL_PLAN: EnrolPlan = { algorithm: 'SHA1', digits: 6, periodSeconds: 30 }

/** Every visit gets a secret of its own; `?user=` enrols somebody other than the demo user. */
export function createEnrolRoute(service: Service, user: string, plan: EnrolPlan): Route {
  return ({ demo, query, path, nonce }) => {
    const owner = query.get('user')?.trim().slice(0, USER_LENGTH_LIMIT)
    const opened = openEnrolment(demo, service, owner || user, plan)
    return showPage(
      service,
      renderEnrolPage(service, { ...opened, action: path, nonce, error: null }),
    )
  }
}

export function openEnrolment(demo: Demo, service: Service, user: string, plan: EnrolPlan) {
  const id = createId()
  const enrolment: Enrolment = {
    service: service.id,
    user,
    shape: { secret: createSecret(), algorithm: plan.algorithm, digits: plan.digits },
    periodSeconds: plan.periodSeconds,
    lastStep: null,
  }
  demo.memory.pending.set(id, enrolment)
  return { id, enrolment }
}

export function createConfirmRoute(service: Service): Route {
  return ({ demo, form, path, nonce }) => {
    const id = form.get('enrolment') ?? ''
    const enrolment = demo.memory.pending.get(id)
    if (enrolment?.service !== service.id) return redirectTo(path)

    const verdict = verifyTotp(form.get(service.codeName) ?? '', {
      ...enrolment,
      atMs: demo.now(),
    })
    if (!verdict.ok) {
      demo.record({ service: service.id, kind: 'enrol', ok: false, reason: verdict.reason })
      const error = verdict.reason
      const page = renderEnrolPage(service, { id, enrolment, action: path, nonce, error })
      return showPage(service, page, 422)
    }

    // The confirming code proves the set-up and is not a sign-in, so its step is not spent:
    // whoever tries the demo may sign in at once instead of waiting for the next code.
    demo.memory.saveEnrolment(enrolment)
    demo.memory.pending.remove(id)
    demo.record({ service: service.id, kind: 'enrol', ok: true })
    return showPage(service, renderEnrolledPage(service))
  }
}
