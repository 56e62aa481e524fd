import { success } from '../result'
import { compareAccounts } from './compareAccounts'
import { livingAccounts, type Edit } from './edits'
import { restoreAccounts, type RestoreChoice, type RestoreCount } from './restoreAccounts'
import { cleanSitePreferences, type SitePreference, type SitePreferences } from './sitePreferences'
import type { VaultData } from './vaultData'

type Restorable = Pick<VaultData, 'accounts' | 'sites'>

/**
 * Brings accounts and the wishes for sites. A merge takes wishes where the vault has none, and the others
 * too where what differs is to come from the backup.
 */
export function restoreBackup(
  backup: Restorable,
  choice: RestoreChoice,
  now: number,
): Edit<RestoreCount, never> {
  const bringAccounts = restoreAccounts(backup.accounts, choice, now)
  return (data) => {
    const restored = bringAccounts(data)
    if (!restored.ok) return restored
    const { sites: here = {}, ...rest } = restored.value.data
    const there = readWishes(backup, data)
    const isMerge = choice.mode === 'merge'
    const wishes = isMerge && !choice.takesDifferent ? { ...there, ...here } : { ...here, ...there }
    const ids = new Set(rest.accounts.map(({ id }) => id))
    const sites = cleanSitePreferences(isMerge ? wishes : there, ids)
    const next = Object.keys(sites).length === 0 ? rest : { ...rest, sites }
    return success({ ...restored.value, data: next })
  }
}

/** For how many sites only the backup has a wish, both have one that differs, and only the vault has one. */
export function compareWishes(
  backup: Restorable,
  data: Restorable,
): {
  readonly newSites: number
  readonly differentSites: number
  readonly missingSites: number
} {
  const there = readWishes(backup, data)
  const standings = Object.entries(there).map(([site, wish]) => {
    const here = data.sites?.[site]
    return here && (JSON.stringify(here) === JSON.stringify(wish) ? 'same' : 'different')
  })
  const count = (wanted: string | undefined) => standings.filter((it) => it === wanted).length
  const missing = Object.keys(data.sites ?? {}).filter((site) => !(site in there))
  return {
    newSites: count(undefined),
    differentSites: count('different'),
    missingSites: missing.length,
  }
}

/** Whether taking the place of the vault's wishes would change them. */
export function hasOtherWishes(former: Restorable, { sites = {} }: Restorable): boolean {
  const inOrder = (wishes: SitePreferences) =>
    JSON.stringify(Object.entries(wishes).sort(([a], [b]) => (a < b ? -1 : 1)))
  return inOrder(former.sites ?? {}) !== inOrder(sites)
}

/** The backup's wishes, of accounts as they are called in the vault. */
function readWishes({ accounts, sites = {} }: Restorable, data: Restorable): SitePreferences {
  const living = livingAccounts({ version: 1, accounts: data.accounts })
  const { rows } = compareAccounts(accounts, living)
  const ids = new Map(rows.map(({ account, here = account }) => [account.id, here.id]))
  const translate = ({ appends, ...wish }: SitePreference): SitePreference =>
    appends ? { ...wish, appends: appends.map((id) => ids.get(id) ?? id) } : wish
  return Object.fromEntries(Object.entries(sites).map(([site, wish]) => [site, translate(wish)]))
}
