import { toAccountView, type Account } from '../core/account'
import { readIcon } from '../core/import/readIcon'
import { failure, success, type Result } from '../core/result'
import { editAccount, swapFormer } from '../core/vault/editAccount'
import type { PageHandlers } from '../protocol/router'
import type { Services } from './services'

type Names = 'accounts.edit' | 'accounts.swapKey'

/** What a page may change of one account. */
export function createAccountHandlers({
  vault,
  trust,
  platform,
}: Services): Pick<PageHandlers, Names> {
  const { now } = platform
  return {
    'accounts.edit': async ({ accountId, change, hasSeenWarning = false }, _page, terms) => {
      const { sites, icon, ...rest } = change
      const clean = sites && (await trust.checkSites(accountId, sites, hasSeenWarning))
      if (clean && !clean.ok) return clean
      // What the file says it is does not count.
      const picture = icon ? readIcon(icon) : icon
      if (icon && picture === undefined) return failure('image-unreadable')
      const checked = {
        ...rest,
        ...(clean ? { sites: clean.value } : {}),
        ...(picture === undefined ? {} : { icon: picture }),
      }
      return view(await vault.update(editAccount(accountId, checked, now()), terms))
    },
    'accounts.swapKey': async ({ accountId }, _page, terms) =>
      view(await vault.update(swapFormer(accountId, now()), terms)),
  }
}

function view<Code extends string>(result: Result<Account, Code>) {
  return result.ok ? success(toAccountView(result.value)) : result
}
