import * as v from 'valibot'
import { ALGORITHMS, OTP_TYPES, type Account } from '../account'
import { REASONS, type Dismissal } from '../checkup/dismissal'
import { failure, success, type Result } from '../result'
import type { CommandRecord } from './commands'
import { sitePreferencesSchema, type SitePreferences } from './sitePreferences'

/** What the sealed blob holds. `version` is of the content; the header has its own. */
export interface VaultData {
  readonly version: 1
  readonly accounts: readonly Account[]
  /** Entries that are no accounts to this version, kept as they are: nothing is thrown away unread. */
  readonly unreadable?: readonly unknown[]
  /** When the person showed that the recovery code is written down. */
  readonly recoveryConfirmedAt?: number
  /** The passphrase was easy to guess when it was set, and the person took it all the same. */
  readonly isPassphraseWeak?: true
  /** The last commands carried out, oldest first. */
  readonly commands?: readonly CommandRecord[]
  /** When the last backup was made, and when one that held every account was last opened. */
  readonly backupMadeAt?: number
  readonly backupTestedAt?: number
  /** When the vault was last found to be what its last backup holds. */
  readonly backupHeldAt?: number
  /** When accounts were last handed out for an export that is not encrypted. */
  readonly plainExportAt?: number
  /** What the person wants on single sites, by site. */
  readonly sites?: SitePreferences
  /** Tasks of the check-up that the person put away. */
  readonly dismissed?: readonly Dismissal[]
}

export const EMPTY_VAULT: VaultData = { version: 1, accounts: [] }

const moment = v.pipe(v.number(), v.integer())
const parameters = {
  type: v.picklist(OTP_TYPES),
  secret: v.string(),
  algorithm: v.picklist(ALGORITHMS),
  digits: v.pipe(v.number(), v.integer()),
  periodSeconds: v.pipe(v.number(), v.integer()),
  counter: v.pipe(v.number(), v.safeInteger()),
}
const accountSchema = v.object({
  id: v.string(),
  ...parameters,
  issuer: v.string(),
  account: v.string(),
  note: v.exactOptional(v.string()),
  tags: v.exactOptional(v.array(v.string())),
  icon: v.exactOptional(v.string()),
  sites: v.array(v.string()),
  pinned: v.boolean(),
  recoveryCodes: v.exactOptional(
    v.array(v.object({ code: v.string(), usedAt: v.exactOptional(moment) })),
  ),
  former: v.exactOptional(v.object(parameters)),
  createdAt: moment,
  updatedAt: moment,
  usedAt: v.exactOptional(moment),
  uses: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  deletedAt: v.exactOptional(moment),
})
// Accounts that were read before need no second look: nobody changes one in place, and an edit of one
// among ten thousand leaves all others as they are.
const read = new WeakSet<object>()
const knownAccount = v.custom<Account>(
  (it) => typeof it === 'object' && it !== null && read.has(it),
)

const dataSchema = v.object({
  version: v.literal(1),
  accounts: v.array(v.union([knownAccount, accountSchema])),
  unreadable: v.exactOptional(v.array(v.unknown())),
  recoveryConfirmedAt: v.exactOptional(moment),
  isPassphraseWeak: v.exactOptional(v.literal(true)),
  commands: v.exactOptional(
    v.array(
      v.object({
        id: v.string(),
        receipt: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
        accountId: v.exactOptional(v.string()),
      }),
    ),
  ),
  backupMadeAt: v.exactOptional(moment),
  backupTestedAt: v.exactOptional(moment),
  backupHeldAt: v.exactOptional(moment),
  plainExportAt: v.exactOptional(moment),
  sites: v.exactOptional(sitePreferencesSchema),
  dismissed: v.exactOptional(
    v.array(v.object({ task: v.string(), state: v.string(), reason: v.picklist(REASONS) })),
  ),
})

/** Notes how the passphrase was judged that the vault is given; a better one clears what was noted. */
export function noteStrength(
  { isPassphraseWeak: _before, ...data }: VaultData,
  isWeak = false,
): VaultData {
  return isWeak ? { ...data, isPassphraseWeak: true } : data
}

/** Reads decrypted content into a type; a newer content version is told apart from damage. */
export function readVaultData(
  value: unknown,
): Result<VaultData, 'vault-damaged' | 'vault-too-new'> {
  const data = v.safeParse(dataSchema, value)
  if (data.success) {
    for (const account of data.output.accounts) read.add(account)
    return success(data.output)
  }
  const newer = v.safeParse(v.object({ version: v.pipe(v.number(), v.gtValue(1)) }), value)
  return failure(newer.success ? 'vault-too-new' : 'vault-damaged')
}

/**
 * The same for what is stored already: one account that cannot be read takes no other along. It is put
 * aside within the vault until a version comes that can read it, or the person decides.
 */
export function salvageVaultData(
  value: unknown,
): Result<VaultData, 'vault-damaged' | 'vault-too-new'> {
  const whole = readVaultData(value)
  if (whole.ok && !whole.value.unreadable) return whole
  const list = v.safeParse(salvageSchema, value)
  if (!list.success) return whole
  const { accounts, unreadable = [], ...rest } = list.output
  const readable = accounts.filter(isAccount)
  const ids = new Set(readable.map(({ id }) => id))
  const aside: unknown[] = []
  for (const entry of unreadable) {
    // What came back by another way meanwhile stays as it is here.
    const isBack = isAccount(entry) && !ids.has(entry.id)
    if (isBack) ids.add(entry.id)
    ;(isBack ? readable : aside).push(entry)
  }
  aside.push(...accounts.filter((entry) => !isAccount(entry)))
  return readVaultData({
    ...rest,
    accounts: readable,
    ...(aside.length > 0 ? { unreadable: aside } : {}),
  })
}

function isAccount(entry: unknown): entry is Account {
  return v.is(accountSchema, entry)
}

const salvageSchema = v.looseObject({
  accounts: v.array(v.unknown()),
  unreadable: v.exactOptional(v.array(v.unknown())),
})
