import { createId, type Session } from '../memory.ts'
import type { Service } from '../service.ts'
import type { CodeErrorReason, Demo, Reply, Route, Visit } from '../site.ts'
import { verifyTotp } from '../verify.ts'
import { renderAccountPage, renderCodePage, renderLoginPage } from '../views/loginPages.ts'
import { USUAL_PLAN } from './enrolRoutes.ts'
import { redirectTo, showPage } from './replies.ts'

const USER_LENGTH_LIMIT = 100

type Routes = Readonly<Record<string, Route>>

export function createLoginRoutes(service: Service): { get: Routes; post: Routes } {
  return {
    get: {
      '/login': () => showPage(service, renderLoginPage(service)),
      '/login/code': (visit) => askForCode(service, visit),
      '/account': (visit) => showAccount(service, visit),
    },
    post: {
      '/login': (visit) => beginSession(service, visit),
      '/login/code': (visit) => checkCode(service, visit),
      '/logout': (visit) => endSession(visit),
    },
  }
}

function beginSession(service: Service, { demo, form }: Visit): Reply {
  const user = (form.get('username') ?? '').trim().slice(0, USER_LENGTH_LIMIT)
  if (user === '') return redirectTo('/login')
  const sessionId = createId()
  demo.memory.sessions.set(sessionId, { service: service.id, user, isSignedIn: false })
  return { kind: 'redirect', to: '/login/code', sessionId }
}

function askForCode(service: Service, visit: Visit): Reply {
  const session = findSession(service, visit)
  if (!session) return redirectTo('/login')
  return showCodePage(service, visit, session, null)
}

function checkCode(service: Service, visit: Visit): Reply {
  const session = findSession(service, visit)
  if (!session || visit.sessionId === null) return redirectTo('/login')

  const reason = acceptCode(service, visit.demo, session, visit.form.get(service.codeName) ?? '')
  if (reason !== null) {
    visit.demo.record({ service: service.id, kind: 'login', ok: false, reason })
    return showCodePage(service, visit, session, reason)
  }
  visit.demo.record({ service: service.id, kind: 'login', ok: true })
  visit.demo.memory.sessions.set(visit.sessionId, { ...session, isSignedIn: true })
  return redirectTo('/account')
}

function acceptCode(
  service: Service,
  demo: Demo,
  session: Session,
  typed: string,
): CodeErrorReason | null {
  const enrolment = demo.memory.findEnrolment(service.id, session.user)
  if (!enrolment) return 'not-enrolled'
  const now = demo.now()
  if (demo.memory.isLocked(service.id, session.user, now)) return 'locked'
  const verdict = verifyTotp(typed, { ...enrolment, atMs: now })
  demo.memory.noteTry(service.id, session.user, verdict.ok, now)
  if (!verdict.ok) return verdict.reason
  demo.memory.saveEnrolment({ ...enrolment, lastStep: verdict.step })
  return null
}

function showCodePage(
  service: Service,
  { demo, nonce }: Visit,
  { user }: Session,
  error: CodeErrorReason | null,
): Reply {
  const digits = demo.memory.findEnrolment(service.id, user)?.shape.digits ?? USUAL_PLAN.digits
  const page = renderCodePage(service, { user, digits, nonce, error })
  return showPage(service, page, error === null ? 200 : 422)
}

function showAccount(service: Service, visit: Visit): Reply {
  const session = findSession(service, visit)
  if (!session?.isSignedIn) return redirectTo('/login')
  return showPage(service, renderAccountPage(service, session.user))
}

function endSession({ demo, sessionId }: Visit): Reply {
  if (sessionId !== null) demo.memory.sessions.remove(sessionId)
  return redirectTo('/')
}

function findSession(service: Service, { demo, sessionId }: Visit): Session | null {
  const session = sessionId === null ? undefined : demo.memory.sessions.get(sessionId)
  return session?.service === service.id ? session : null
}
