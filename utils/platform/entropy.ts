import type { Bytes } from '../core/bytes'

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

export function randomId(): string {
  return crypto.randomUUID()
}
