import { createHmac } from 'node:crypto'
import type { Algorithm } from '@/utils/core/account'

/** HOTP written from RFC 4226 section 5.3 over node:crypto, sharing no code with the product. */
export function referenceHotp(
  secret: Uint8Array,
  algorithm: Algorithm,
  factor: number,
  digits: number,
): string {
  return String(truncate(secret, algorithm, factor) % 10n ** BigInt(digits)).padStart(digits, '0')
}

/** Steam Guard: the same 31-bit number, written with five letters of Steam's alphabet, lowest first. */
export function referenceSteamCode(secret: Uint8Array, step: number): string {
  let rest = truncate(secret, 'SHA1', step)
  const letters: string[] = []
  while (letters.length < 5) {
    letters.push('23456789BCDFGHJKMNPQRTVWXY'[Number(rest % 26n)] ?? '')
    rest /= 26n
  }
  return letters.join('')
}

function truncate(secret: Uint8Array, algorithm: Algorithm, factor: number): bigint {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(factor))
  const mac = createHmac(algorithm.toLowerCase(), secret).update(message).digest()
  const offset = mac.readUInt8(mac.length - 1) & 15
  return BigInt(mac.readUInt32BE(offset)) & 0x7fff_ffffn
}
