import { failure } from '../core/result'
import type { PageRequests } from '../protocol/requests'
import type { PageHandlers } from '../protocol/router'
import type { Services } from './services'

type BackupRequest = Extract<keyof PageRequests, `backup.${string}`>

/** What pages may ask about backups. Handing out the vault needs the passphrase again. */
export function createBackupHandlers({
  keys,
  backups,
}: Services): Pick<PageHandlers, BackupRequest> {
  return {
    'backup.create': async ({ passphrase, own }) => {
      if (own === '') return failure('passphrase-empty')
      const verified = await keys.verify(passphrase)
      return verified.ok ? backups.create(own ?? passphrase) : verified
    },
    'backup.inspect': ({ text, passphrase }) => backups.inspect(text, passphrase),
    'backup.restore': ({ text, passphrase, ...choice }, _page, terms) =>
      backups.restore(text, passphrase, choice, terms),
    'backup.begin': ({ text, passphrase, next, ...judged }) =>
      backups.begin(text, passphrase, { passphrase: next, ...judged }),
  }
}
