import { randomBytes } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Links of made-up accounts, each with a secret of its own. */
export function makeLinks(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = encodeURIComponent(`Service ${String(index + 1)}`)
    return `otpauth://totp/${name}:user${String(index)}?secret=${makeSecret()}&issuer=${name}`
  })
}

export function makeSecret(): string {
  return [...randomBytes(32)].map((byte) => BASE32.charAt(byte % 32)).join('')
}
