import * as v from 'valibot'
import type { Account, OtpParameters } from '../account'
import { cleanExtras } from '../import/cleanExtras'
import { cleanSite } from '../match/binding'
import { cleanName } from '../otpauth/cleanText'
import { checkParameters } from '../otp/checkParameters'
import { failure, success, type Result } from '../result'
import { livingAccounts } from './edits'
import { cleanServiceCodes } from './serviceCodes'
import { cleanSitePreferences, type SitePreferences } from './sitePreferences'
import { readVaultData, type VaultData } from './vaultData'

/** What a backup holds. `version` is of this content; the header has its own. */
export interface BackupContent {
  readonly version: 1
  /** Epoch ms at which the vault was read. */
  readonly createdAt: number
  /** The content of the vault, without the trash and without what is true of that one vault only. */
  readonly vault: VaultData
  /** As the settings service reads them, which checks each by itself. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** A backup as it was read: `leftOut` counts accounts that no code could be made from. */
export interface Backup extends BackupContent {
  readonly leftOut: number
}

export const MAX_ACCOUNTS = 20_000
const MAX_ID_CHARACTERS = 64
const MAX_SITES = 64

const contentSchema = v.object({
  version: v.literal(1),
  createdAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  vault: v.unknown(),
  settings: v.record(v.string(), v.unknown()),
})
const newerContent = v.object({ version: v.pipe(v.number(), v.gtValue(1)) })

export function makeBackupContent(
  data: VaultData,
  settings: object,
  createdAt: number,
): BackupContent {
  const { version, sites } = data
  const vault = { version, accounts: livingAccounts(data), ...(sites ? { sites } : {}) }
  return { version: 1, createdAt, vault, settings: { ...settings } }
}

/**
 * Reads decrypted content into a type. Who knows the passphrase can seal anything, so each account is
 * checked like one that comes from outside.
 */
export function readBackupContent(
  value: unknown,
): Result<Backup, 'backup-damaged' | 'backup-too-new'> {
  const content = v.safeParse(contentSchema, value)
  if (!content.success) {
    return failure(v.is(newerContent, value) ? 'backup-too-new' : 'backup-damaged')
  }
  const vault = readVaultData(content.output.vault)
  if (!vault.ok) {
    return failure(vault.code === 'vault-too-new' ? 'backup-too-new' : 'backup-damaged')
  }
  const { version, accounts, sites } = vault.value
  const ids = new Set(accounts.map(({ id }) => id))
  if (accounts.length > MAX_ACCOUNTS || ids.size < accounts.length) return failure('backup-damaged')
  const clean = accounts.map(cleanAccount).filter((account) => account !== undefined)
  return success({
    ...content.output,
    vault: { version, accounts: clean, ...cleanSites(sites, clean) },
    leftOut: accounts.length - clean.length,
  })
}

/** An account as one that was scanned or typed would be, or `undefined` where it makes no codes. */
export function cleanAccount({
  deletedAt: _deletedAt,
  note,
  tags,
  icon,
  recoveryCodes,
  former,
  ...account
}: Account): Account | undefined {
  const { id, type, secret, algorithm, digits, periodSeconds, counter } = account
  if (id === '' || id.length > MAX_ID_CHARACTERS) return undefined
  const parameters = cleanParameters({ type, secret, algorithm, digits, periodSeconds, counter })
  if (!parameters.ok) return undefined
  const sites = account.sites.map(cleanSite).filter((site) => site !== undefined)
  return {
    ...account,
    ...parameters.value,
    issuer: cleanName(account.issuer),
    account: cleanName(account.account),
    sites: [...new Set(sites)].slice(0, MAX_SITES),
    ...cleanExtras({ note, tags, icon }),
    ...cleanCodes(recoveryCodes),
    ...cleanFormer(former),
  }
}

function cleanSites(
  sites: SitePreferences | undefined,
  accounts: readonly Account[],
): Pick<VaultData, 'sites'> {
  const clean = cleanSitePreferences(sites ?? {}, new Set(accounts.map(({ id }) => id)))
  return Object.keys(clean).length === 0 ? {} : { sites: clean }
}

function cleanParameters({ digits, periodSeconds, counter, ...rest }: OtpParameters) {
  const raw = { digits: String(digits), period: String(periodSeconds), counter: String(counter) }
  return checkParameters({ ...rest, ...raw })
}

function cleanCodes(codes: Account['recoveryCodes']): Pick<Account, 'recoveryCodes'> {
  const recoveryCodes = cleanServiceCodes(codes ?? [])
  return recoveryCodes.length === 0 ? {} : { recoveryCodes }
}

function cleanFormer(former: OtpParameters | undefined): Pick<Account, 'former'> {
  const clean = former && cleanParameters(former)
  return clean?.ok ? { former: clean.value } : {}
}
