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

/** An account in the vault. Moments are epoch milliseconds. */
export interface Account extends AccountDraft {
  readonly id: string
  /** Exact origins (`https://host[:port]`) on which this account's code may be used. */
  readonly sites: readonly string[]
  readonly pinned: boolean
  readonly createdAt: number
  readonly updatedAt: number
  /** Set while the account lies in the trash. */
  readonly deletedAt?: number
}

/** What a page of the extension may know of an account: everything but the secret. */
export type AccountView = Omit<Account, 'secret'>

/** Drops the secret by naming what stays, so that a new field is private until someone says otherwise. */
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
    ...(account.deletedAt === undefined ? {} : { deletedAt: account.deletedAt }),
  }
}
