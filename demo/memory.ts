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

export type Memory = ReturnType<typeof createMemory>

/** Everything the demo knows. It ends with the process. */
export function createMemory() {
  const pending = createBoundedMap<Enrolment>(LIMIT)
  const enrolments = createBoundedMap<Enrolment>(LIMIT)
  const counterKeys = createBoundedMap<CounterKey>(LIMIT)
  const sessions = createBoundedMap<Session>(LIMIT)

  function forget(service: ServiceId | null): void {
    const isForgotten = (entry: { service: ServiceId }) =>
      service === null || entry.service === service
    for (const map of [pending, enrolments, counterKeys, sessions]) map.removeWhere(isForgotten)
  }

  return {
    pending,
    counterKeys,
    sessions,
    findEnrolment: (service: ServiceId, user: string) => enrolments.get(nameOwner(service, user)),
    saveEnrolment: (enrolment: Enrolment) => {
      enrolments.set(nameOwner(enrolment.service, enrolment.user), enrolment)
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
