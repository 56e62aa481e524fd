import { toAccountView, type Account, type AccountView } from '../core/account'
import { success, type Result } from '../core/result'

/** What a page is told of a changed account. */
export function viewResult<Code extends string>(
  result: Result<Account, Code>,
): Result<AccountView, Code> {
  return result.ok ? success(toAccountView(result.value)) : result
}
