import { encodeBase32 } from './base32.ts'
import type { CodeShape } from './totp.ts'

export interface UriParts {
  readonly issuer: string
  readonly user: string
  readonly shape: CodeShape
  readonly moving:
    | { readonly type: 'totp'; readonly periodSeconds: number }
    | { readonly type: 'hotp'; readonly counter: number }
}

/** Parameters at their default are left out, as most services do. */
export function formatOtpauthUri({ issuer, user, shape, moving }: UriParts): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(user)}`
  const parameters = [
    `secret=${encodeBase32(shape.secret)}`,
    `issuer=${encodeURIComponent(issuer)}`,
    ...(shape.algorithm === 'SHA1' ? [] : [`algorithm=${shape.algorithm}`]),
    ...(shape.digits === 6 ? [] : [`digits=${String(shape.digits)}`]),
    ...formatMovingFactor(moving),
  ]
  return `otpauth://${moving.type}/${label}?${parameters.join('&')}`
}

function formatMovingFactor(moving: UriParts['moving']): string[] {
  if (moving.type === 'hotp') return [`counter=${String(moving.counter)}`]
  return moving.periodSeconds === 30 ? [] : [`period=${String(moving.periodSeconds)}`]
}
