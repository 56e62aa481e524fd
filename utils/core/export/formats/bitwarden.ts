import type { Account } from '../../account'
import { formatOtpauthUri } from '../../otpauth/formatOtpauthUri'
import type { Exporter } from '../exporter'

// Bitwarden's JSON: a login for each account. One has one folder: the first tag.

const LOGIN = 1

export const bitwarden: Exporter = {
  // It would make time-based codes of a counter's key.
  refuse: ({ type }) => (type === 'hotp' ? 'type-unknown' : undefined),
  keep: ({ note, tags = [], pinned, sites }) => ({
    pinned,
    sites: exactSites(sites),
    ...(note === undefined ? {} : { note }),
    ...(tags.length === 0 ? {} : { tags: tags.slice(0, 1) }),
  }),
  write(accounts, { randomId }) {
    const names = new Set(accounts.flatMap(({ tags = [] }) => tags.slice(0, 1)))
    const folders = [...names].map((name) => ({ id: randomId(), name }))
    const idOf = new Map(folders.map(({ id, name }) => [name, id]))
    const items = accounts.map((account) => ({
      id: randomId(),
      organizationId: null,
      folderId: idOf.get(account.tags?.[0] ?? '') ?? null,
      type: LOGIN,
      reprompt: 0,
      name: account.issuer,
      notes: account.note ?? null,
      favorite: account.pinned,
      login: makeLogin(account),
      collectionIds: null,
    }))
    return Promise.resolve([JSON.stringify({ encrypted: false, folders, items }, null, 2)])
  },
}

function makeLogin(account: Account) {
  return {
    uris: exactSites(account.sites).map((uri) => ({ match: null, uri })),
    username: account.account,
    password: null,
    totp: account.type === 'steam' ? `steam://${account.secret}` : formatOtpauthUri(account),
  }
}

/** A wildcard is no address. */
function exactSites(sites: readonly string[]): readonly string[] {
  return sites.filter((site) => !site.includes('*'))
}
