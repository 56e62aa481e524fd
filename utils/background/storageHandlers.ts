import { toAccountView } from '../core/account'
import { failure, success } from '../core/result'
import { deleteTrashed, dropUnreadable, trashedAccounts } from '../core/vault/edits'
import type { PageHandlers } from '../protocol/router'
import { behindPassphrase } from './behindPassphrase'
import type { Services } from './services'

type Names = Extract<
  keyof PageHandlers,
  | `trash.${string}`
  | `unreadable.${string}`
  | `snapshots.${string}`
  | `aside.${string}`
  | 'vault.startOver'
>

/** The trash, the snapshots, and what was set aside. */
export function createStorageHandlers({
  vault,
  keys,
  snapshots,
  aside,
  throttle,
}: Services): Pick<PageHandlers, Names> {
  /** What is kept is removed by those only who can open the vault. */
  async function whileOpen(remove: () => Promise<void>) {
    const data = await vault.read()
    if (!data.ok) return data
    await remove()
    return success(null)
  }

  return {
    'trash.list': async () => {
      const data = await vault.read()
      return data.ok ? success(trashedAccounts(data.value).map(toAccountView)) : data
    },
    'trash.delete': ({ accountIds }, _page, terms) =>
      vault.update(deleteTrashed(accountIds), terms),
    'unreadable.read': behindPassphrase(keys, async () => {
      const data = await vault.read()
      if (!data.ok) return data
      return success({ text: JSON.stringify(data.value.unreadable ?? [], undefined, 2) })
    }),
    'unreadable.remove': (_nothing, _page, terms) =>
      vault.update(dropUnreadable(), { ...terms, snapshot: 'mass-delete' }),
    'snapshots.list': async () => success(await snapshots.list()),
    'snapshots.preview': ({ snapshotId }) => snapshots.preview(snapshotId),
    'snapshots.restore': ({ snapshotId }, _page, terms) => snapshots.restore(snapshotId, terms),
    'snapshots.remove': ({ snapshotIds }) => whileOpen(() => snapshots.remove(snapshotIds)),
    'snapshots.revive': ({ snapshotId, passphrase }) => snapshots.revive(snapshotId, passphrase),
    'snapshots.recover': ({ older, ...next }) => snapshots.recoverOlder(older, next),
    'aside.list': async () => success(await aside.list()),
    'aside.read': async ({ asideId }) => {
      const text = await aside.read(asideId)
      return text === undefined ? failure('aside-missing') : success({ text })
    },
    'aside.remove': ({ asideId }) => whileOpen(() => aside.remove(asideId)),
    'vault.startOver': async () => {
      const begun = await vault.startOver()
      if (begun.ok) await throttle.succeed()
      return begun
    },
  }
}
