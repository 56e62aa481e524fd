import { createHmac } from 'node:crypto'

export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512'

export interface CodeShape {
  readonly secret: Uint8Array
  readonly algorithm: Algorithm
  readonly digits: number
}

export function computeTotp(shape: CodeShape, atMs: number, periodSeconds: number): string {
  return computeHotp(shape, findStep(atMs, periodSeconds))
}

/** RFC 6238 section 4.2, with T0 = 0. */
export function findStep(atMs: number, periodSeconds: number): number {
  return Math.floor(atMs / 1000 / periodSeconds)
}

/** RFC 4226 section 5.3. */
export function computeHotp(shape: CodeShape, counter: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac(shape.algorithm, shape.secret).update(message).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** shape.digits).padStart(shape.digits, '0')
}
