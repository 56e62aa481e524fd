/** The kinds of code an account makes: RFC 6238, RFC 4226, and Steam's own alphabet over RFC 6238. */
export const OTP_TYPES = ['totp', 'hotp', 'steam'] as const
export type OtpType = (typeof OTP_TYPES)[number]

export const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** What is needed to compute a code. `counter` is used by hotp only, `periodSeconds` by totp and steam. */
export interface OtpParameters {
  readonly type: OtpType
  /** Base32 (RFC 4648), upper case, no padding. */
  readonly secret: string
  readonly algorithm: Algorithm
  readonly digits: number
  readonly periodSeconds: number
  readonly counter: number
}

/** What an account may carry beside its names; absent means that nobody said anything. */
export interface AccountExtras {
  readonly note?: string
  readonly tags?: readonly string[]
  /** A small picture: a `data:` URL of a PNG. */
  readonly icon?: string
}

/** An account that is not saved yet: read from a QR code, a link, a form or a file. */
export interface AccountDraft extends OtpParameters, AccountExtras {
  readonly issuer: string
  /** The user name within the service; the Key URI format calls it the account name. */
  readonly account: string
}

/** A code that a service gave out once, to get in without the second step; each of them works once. */
export interface RecoveryCode {
  readonly code: string
  readonly usedAt?: number
}

/** An account in the vault. Moments are epoch milliseconds. */
export interface Account extends AccountDraft {
  readonly id: string
  /** Exact origins (`https://host[:port]`) on which this account's code may be used. */
  readonly sites: readonly string[]
  readonly pinned: boolean
  /** The service's own recovery codes, as secret as the key. */
  readonly recoveryCodes?: readonly RecoveryCode[]
  /** What made the codes before it was changed, so that the change can be taken back. */
  readonly former?: OtpParameters
  readonly createdAt: number
  readonly updatedAt: number
  /** When its code was last copied or filled, and how often; to use an account is not to change it. */
  readonly usedAt?: number
  readonly uses?: number
  /** Set while the account lies in the trash. */
  readonly deletedAt?: number
}

/** What a page of the extension may know of an account: everything but what is secret in it. */
export interface AccountView extends Omit<Account, 'secret' | 'recoveryCodes' | 'former'> {
  /** How many recovery codes are kept, and how many of them are still good. */
  readonly recovery?: { readonly total: number; readonly left: number }
  /** Its key was changed, and the one before is kept. */
  readonly hasFormer?: true
}

/** Drops what is secret by naming what stays, so that a new field is private until someone says otherwise. */
export function toAccountView(account: Account): AccountView {
  return {
    id: account.id,
    type: account.type,
    algorithm: account.algorithm,
    digits: account.digits,
    periodSeconds: account.periodSeconds,
    counter: account.counter,
    issuer: account.issuer,
    account: account.account,
    sites: account.sites,
    pinned: account.pinned,
    createdAt: account.createdAt,
    updatedAt: account.updatedAt,
    ...(account.note === undefined ? {} : { note: account.note }),
    ...(account.tags === undefined ? {} : { tags: account.tags }),
    ...(account.icon === undefined ? {} : { icon: account.icon }),
    ...(account.usedAt === undefined ? {} : { usedAt: account.usedAt }),
    ...(account.uses === undefined ? {} : { uses: account.uses }),
    ...(account.deletedAt === undefined ? {} : { deletedAt: account.deletedAt }),
    ...(account.recoveryCodes ? { recovery: countCodes(account.recoveryCodes) } : {}),
    ...(account.former ? { hasFormer: true } : {}),
  }
}

function countCodes(codes: readonly RecoveryCode[]) {
  return {
    total: codes.length,
    left: codes.filter(({ usedAt }) => usedAt === undefined).length,
  }
}
