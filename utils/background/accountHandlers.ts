import { cleanExtras } from '../core/import/cleanExtras'
import { formatOtpauthUri } from '../core/otpauth/formatOtpauthUri'
import { failure, success } from '../core/result'
import { editAccount, swapFormer } from '../core/vault/editAccount'
import { moveToTrash, renameTag, restoreFromTrash, tagAccounts } from '../core/vault/editMany'
import { livingAccounts } from '../core/vault/edits'
import { addServiceCodes, markServiceCode, removeServiceCodes } from '../core/vault/serviceCodes'
import type { PageRequests } from '../protocol/requests'
import type { PageHandlers } from '../protocol/router'
import { behindPassphrase } from './behindPassphrase'
import type { Services } from './services'
import { viewResult } from './viewResult'

type Names =
  | Extract<keyof PageRequests, `serviceCodes.${string}`>
  | 'tags.rename'
  | 'accounts.tagMany'
  | 'accounts.delete'
  | 'accounts.restore'
  | 'accounts.edit'
  | 'accounts.swapKey'
  | 'accounts.reveal'
type PayloadOf<Name extends Names> = PageRequests[Name]['payload']

/** What a page may change of one account, and what of it is shown behind the passphrase only. */
export function createAccountHandlers({
  vault,
  keys,
  trust,
  platform,
}: Services): Pick<PageHandlers, Names> {
  const { now } = platform

  async function find(accountId: string) {
    const data = await vault.read()
    if (!data.ok) return data
    const account = livingAccounts(data.value).find(({ id }) => id === accountId)
    return account ? success(account) : failure('account-missing')
  }

  return {
    'accounts.edit': async ({ accountId, change, hasSeenWarning = false }, _page, terms) => {
      const { sites, ...rest } = change
      const clean = sites && (await trust.checkSites(accountId, sites, hasSeenWarning))
      if (clean && !clean.ok) return clean
      if (rest.icon && cleanExtras({ icon: rest.icon }).icon === undefined) {
        return failure('image-unreadable')
      }
      const checked = clean ? { ...rest, sites: clean.value } : rest
      return viewResult(await vault.update(editAccount(accountId, checked, now()), terms))
    },
    'accounts.delete': ({ accountIds }, _page, terms) =>
      vault.update(moveToTrash(accountIds, now()), terms),
    'accounts.restore': ({ accountIds }, _page, terms) =>
      vault.update(restoreFromTrash(accountIds, now()), terms),
    'accounts.tagMany': ({ accountIds, tag, isOn }, _page, terms) =>
      vault.update(tagAccounts(accountIds, tag, isOn, now()), terms),
    'tags.rename': ({ tag, next }, _page, terms) =>
      vault.update(renameTag(tag, next, now()), terms),
    'accounts.swapKey': async ({ accountId }, _page, terms) =>
      viewResult(await vault.update(swapFormer(accountId, now()), terms)),
    'accounts.reveal': behindPassphrase(
      keys,
      async ({ accountId }: Omit<PayloadOf<'accounts.reveal'>, 'passphrase'>) => {
        const account = await find(accountId)
        if (!account.ok) return account
        return success({ secret: account.value.secret, link: formatOtpauthUri(account.value) })
      },
    ),
    'serviceCodes.list': behindPassphrase(
      keys,
      async ({ accountId }: Omit<PayloadOf<'serviceCodes.list'>, 'passphrase'>) => {
        const account = await find(accountId)
        return account.ok ? success(account.value.recoveryCodes ?? []) : account
      },
    ),
    'serviceCodes.add': async ({ accountId, codes }, _page, terms) =>
      viewResult(await vault.update(addServiceCodes(accountId, codes, now()), terms)),
    'serviceCodes.mark': async ({ accountId, code, isUsed }, _page, terms) =>
      viewResult(await vault.update(markServiceCode(accountId, code, isUsed, now()), terms)),
    'serviceCodes.remove': async ({ accountId, codes }, _page, terms) =>
      viewResult(await vault.update(removeServiceCodes(accountId, codes, now()), terms)),
  }
}
