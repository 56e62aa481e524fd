import type { Bytes } from '../bytes'
import type { RandomBytes } from '../crypto/aead'
import { failure, success, type Result } from '../result'

// Crockford's base32: no I, L, O or U, so that a handwritten code is read back as it was meant. The
// check character is his too: the number modulo 37, in an alphabet that goes on with five more signs.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECK_ALPHABET = `${ALPHABET}*~$=U`

export const RECOVERY_BYTES = 20
const CODE_CHARACTERS = 32
const GROUP_CHARACTERS = 4

export type RecoveryCodeProblem = 'recovery-length' | 'recovery-character' | 'recovery-check'

/** 160 random bits: too many to guess, so that no slow key derivation is needed behind them. */
export function drawRecoverySecret(randomBytes: RandomBytes): Bytes {
  return randomBytes(RECOVERY_BYTES)
}

/** Eight groups of four characters and one check character, as it is written down. */
export function formatRecoveryCode(secret: Bytes): string {
  const number = toNumber(secret)
  let text = ''
  for (let at = CODE_CHARACTERS - 1; at >= 0; at--) {
    text += ALPHABET.charAt(Number((number >> BigInt(at * 5)) & 31n))
  }
  const groups = text.match(new RegExp(`.{${String(GROUP_CHARACTERS)}}`, 'gu')) ?? []
  return [...groups, CHECK_ALPHABET.charAt(Number(number % 37n))].join('-')
}

/**
 * Reads a code as people type it: any case, spaces or hyphens anywhere, O for 0, I or L for 1. A slip
 * of one character or of two neighbours is caught by the check character.
 */
export function parseRecoveryCode(text: string): Result<Bytes, RecoveryCodeProblem> {
  const clean = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
  if (clean.length !== CODE_CHARACTERS + 1) {
    return failure('recovery-length', { expected: CODE_CHARACTERS + 1, found: clean.length })
  }
  let number = 0n
  for (const character of clean.slice(0, CODE_CHARACTERS)) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return failure('recovery-character', { character })
    number = (number << 5n) | BigInt(value)
  }
  const isRight = CHECK_ALPHABET.charAt(Number(number % 37n)) === clean.at(-1)
  return isRight ? success(fromNumber(number)) : failure('recovery-check')
}

function toNumber(bytes: Bytes): bigint {
  let number = 0n
  for (const byte of bytes) number = (number << 8n) | BigInt(byte)
  return number
}

function fromNumber(number: bigint): Bytes {
  const bytes = new Uint8Array(RECOVERY_BYTES)
  for (let at = 0; at < RECOVERY_BYTES; at++) {
    bytes[RECOVERY_BYTES - 1 - at] = Number((number >> BigInt(at * 8)) & 255n)
  }
  return bytes
}
