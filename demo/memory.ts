import { randomBytes } from 'node:crypto'
import { createBoundedMap } from './boundedMap.ts'
import type { ServiceId } from './site.ts'
import type { CodeShape } from './totp.ts'

const LIMIT = 500
const SECRET_BYTES = 20

export interface Enrolment {
  readonly service: ServiceId
  readonly user: string
  readonly shape: CodeShape
  readonly periodSeconds: number
  /** The newest time step a sign-in was accepted for. */
  readonly lastStep: number | null
}

export interface CounterKey {
  readonly service: ServiceId
  readonly user: string
  readonly shape: CodeShape
  readonly counter: number
}

export interface Session {
  readonly service: ServiceId
  readonly user: string
  readonly isSignedIn: boolean
}

interface Failures {
  readonly service: ServiceId
  readonly count: number
  readonly at: number
}

/** After so many wrong codes a user is locked out for a while. */
const TRIES = 5
const LOCK_MS = 60_000

export type Memory = ReturnType<typeof createMemory>

/** Everything the demo knows. It ends with the process. */
export function createMemory() {
  const pending = createBoundedMap<Enrolment>(LIMIT)
  const enrolments = createBoundedMap<Enrolment>(LIMIT)
  const counterKeys = createBoundedMap<CounterKey>(LIMIT)
  const sessions = createBoundedMap<Session>(LIMIT)
  const failures = createBoundedMap<Failures>(LIMIT)
  let skewMs = 0

  function forget(service: ServiceId | null): void {
    const isForgotten = (entry: { service: ServiceId }) =>
      service === null || entry.service === service
    for (const map of [pending, enrolments, counterKeys, sessions, failures])
      map.removeWhere(isForgotten)
  }

  return {
    pending,
    counterKeys,
    sessions,
    findEnrolment: (service: ServiceId, user: string) => enrolments.get(nameOwner(service, user)),
    saveEnrolment: (enrolment: Enrolment) => {
      enrolments.set(nameOwner(enrolment.service, enrolment.user), enrolment)
    },
    /** By how much the clock of the services is ahead of this computer's. */
    readSkew: () => skewMs,
    setSkew: (ms: number) => (skewMs = ms),
    isLocked: (service: ServiceId, user: string, now: number) => {
      const found = failures.get(nameOwner(service, user))
      return found !== undefined && found.count >= TRIES && now - found.at < LOCK_MS
    },
    noteTry: (service: ServiceId, user: string, isRight: boolean, now: number) => {
      const owner = nameOwner(service, user)
      const before = failures.get(owner)
      const count = before && now - before.at < LOCK_MS ? before.count : 0
      failures.set(owner, { service, count: isRight ? 0 : count + 1, at: now })
    },
    forget,
  }
}

export function createSecret(): Uint8Array {
  return randomBytes(SECRET_BYTES)
}

export function createId(): string {
  return randomBytes(16).toString('base64url')
}

function nameOwner(service: ServiceId, user: string): string {
  return `${service}/${user.trim().toLowerCase()}`
}
