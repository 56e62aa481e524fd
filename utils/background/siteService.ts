import { NO_HINTS, type FieldHints } from '../core/detect/fieldHint'
import { isWildcard } from '../core/match/site'
import { success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import { preferSite, type SiteChange, type SitePreference } from '../core/vault/sitePreferences'
import type { VaultData } from '../core/vault/vaultData'
import type { SiteRow, SiteWish } from '../protocol/views'
import type { ReadCode, UpdateCode, UpdateOptions, VaultService } from './vaultService'

/**
 * What the person wants on single sites. A list of sites says where somebody has been, so it lies in the
 * vault, and is unknown while that is locked.
 */
export function createSiteService({ vault }: { readonly vault: VaultService }) {
  async function read(site: string): Promise<SitePreference> {
    const data = await vault.read()
    return (data.ok && data.value.sites?.[site]) || {}
  }

  async function readHints(site: string): Promise<FieldHints> {
    const { field, never } = await read(site)
    return field || never ? { field, never: never ?? [] } : NO_HINTS
  }

  function prefer(
    site: string,
    change: SiteChange,
    asked?: UpdateOptions,
  ): Promise<Result<SitePreference, UpdateCode>> {
    return vault.update(preferSite(site, change), asked)
  }

  async function wish(
    site: string,
    { forgetsFields, replacesFor, ...change }: SiteWish,
    asked?: UpdateOptions,
  ): Promise<Result<readonly SiteRow[], UpdateCode>> {
    const edit = {
      ...change,
      ...(forgetsFields ? { field: null, never: null } : {}),
      ...(replacesFor === undefined ? {} : { appends: { accountId: replacesFor, isOn: false } }),
    }
    const done = await prefer(site, edit, asked)
    return done.ok ? list() : done
  }

  /** Every site on which codes are used, and every other one about which something was said. */
  async function list(): Promise<Result<readonly SiteRow[], ReadCode>> {
    const data = await vault.read()
    return data.ok ? success(listSites(data.value)) : data
  }

  return { read, readHints, prefer, wish, list }
}

export type SiteService = ReturnType<typeof createSiteService>

function listSites(data: VaultData): readonly SiteRow[] {
  const accounts = livingAccounts(data)
  const bound = new Set(accounts.flatMap(({ sites }) => sites.filter((site) => !isWildcard(site))))
  const names = [...new Set([...bound, ...Object.keys(data.sites ?? {})])].sort()
  return names.map((site) => {
    const { isHidden, submits, field, never, appends } = data.sites?.[site] ?? {}
    return {
      site,
      isBound: bound.has(site),
      isHidden: isHidden === true,
      submits: submits === true,
      hasField: field !== undefined,
      never: never?.length ?? 0,
      appends: accounts
        .filter(({ id }) => appends?.includes(id))
        .map(({ id, issuer, account }) => ({ accountId: id, issuer, account })),
    }
  })
}
