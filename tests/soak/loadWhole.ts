import type { Page } from 'puppeteer-core'
import type { AppState } from '../../utils/protocol/views.ts'
import { askForSure } from '../support/askBackground.ts'

/** The open vault with every account and its code: the first answer has only what a popup shows at once. */
export async function loadWhole(page: Page): Promise<AppState> {
  const { isPartial, ...state } = await askForSure(page, 'app.load', {})
  if (!isPartial) return state
  const accounts = await askForSure(page, 'accounts.list', {})
  const accountIds = accounts.map(({ id }) => id)
  return { ...state, accounts, codes: await askForSure(page, 'codes.current', { accountIds }) }
}
