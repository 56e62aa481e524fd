import { request } from '../../protocol/pageClient'
import { errorMessage } from '../i18n/errorMessage'

/** Counts on from two codes in a row; empty when that was done, else why not. */
export async function askResync(accountId: string, first: string, second: string): Promise<string> {
  const reply = await request('assist.resync', { accountId, first, second })
  return reply.ok ? '' : errorMessage(reply.code, reply.detail)
}
