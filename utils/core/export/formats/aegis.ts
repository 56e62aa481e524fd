import type { Account } from '../../account'
import { fromBase64, toBase64, toHex, utf8, type Bytes } from '../../bytes'
import { sealAesGcm } from '../../crypto/foreignCiphers'
import { deriveScrypt, FOREIGN_LIMITS, sha256 } from '../../crypto/foreignKdf'
import type { Exporter, WriteTools } from '../exporter'

// Aegis' docs/vault.md: version 1 of the file, version 3 of the database.

const PNG = 'data:image/png;base64,'
/** What Aegis itself uses. */
const SCRYPT = { n: 32_768, r: 8, p: 1 }
const PASSWORD_SLOT = 1
const TAG_BYTES = 16

const refuse: Exporter['refuse'] = () => undefined
const keep: Exporter['keep'] = ({ note, tags, icon, pinned }) => ({
  pinned,
  ...(note === undefined ? {} : { note }),
  ...(tags === undefined ? {} : { tags }),
  ...(icon === undefined ? {} : { icon }),
})

export const aegis: Exporter = {
  refuse,
  keep,
  async write(accounts, tools) {
    const db = await makeDatabase(accounts, tools)
    return [JSON.stringify({ version: 1, header: { slots: null, params: null }, db }, null, 4)]
  },
}

export const sealedAegis: Exporter = {
  refuse,
  keep,
  async write(accounts, tools) {
    const { randomBytes } = tools
    const master = randomBytes(32)
    const database = utf8(JSON.stringify(await makeDatabase(accounts, tools)))
    const { ciphertext, params } = await seal(master, database, tools)
    const header = { slots: [await makeSlot(master, tools)], params }
    return [JSON.stringify({ version: 1, header, db: toBase64(ciphertext) }, null, 4)]
  },
}

/** The master key under the password. */
async function makeSlot(master: Bytes, tools: WriteTools) {
  const salt = tools.randomBytes(32)
  const key = await deriveScrypt(utf8(tools.password), salt, SCRYPT, FOREIGN_LIMITS)
  if (!key.ok) throw new Error(key.code)
  const { ciphertext, params } = await seal(key.value, master, tools)
  return {
    type: PASSWORD_SLOT,
    uuid: tools.randomId(),
    key: toHex(ciphertext),
    key_params: params,
    ...SCRYPT,
    salt: toHex(salt),
    repaired: true,
    is_backup: false,
  }
}

async function seal(key: Bytes, plain: Bytes, { randomBytes }: WriteTools) {
  const nonce = randomBytes(12)
  const sealed = await sealAesGcm(key, nonce, plain)
  return {
    ciphertext: sealed.slice(0, -TAG_BYTES),
    params: { nonce: toHex(nonce), tag: toHex(sealed.slice(-TAG_BYTES)) },
  }
}

async function makeDatabase(accounts: readonly Account[], { randomId }: WriteTools) {
  const names = new Set(accounts.flatMap(({ tags }) => tags ?? []))
  const groups = [...names].map((name) => ({ uuid: randomId(), name }))
  const idOf = new Map(groups.map(({ uuid, name }) => [name, uuid]))
  const entries = []
  for (const account of accounts) {
    entries.push({
      type: account.type,
      uuid: randomId(),
      name: account.account,
      issuer: account.issuer,
      note: account.note ?? '',
      favorite: account.pinned,
      ...(await makeIcon(account.icon)),
      info: makeInfo(account),
      groups: (account.tags ?? []).map((tag) => idOf.get(tag)),
    })
  }
  return { version: 3, entries, groups, icons_optimized: true }
}

async function makeIcon(icon: string | undefined) {
  const text = icon?.startsWith(PNG) ? icon.slice(PNG.length) : ''
  const bytes = fromBase64(text)
  if (!bytes || text === '') return { icon: null }
  return { icon: text, icon_mime: 'image/png', icon_hash: toHex(await sha256(bytes)) }
}

function makeInfo({ type, secret, algorithm: algo, digits, periodSeconds, counter }: Account) {
  const moving = type === 'hotp' ? { counter } : { period: periodSeconds }
  return { secret, algo, digits, ...moving }
}
