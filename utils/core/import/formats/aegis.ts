import * as v from 'valibot'
import { fromBase64, fromHex, joinBytes, utf8, type Bytes } from '../../bytes'
import { openAesGcm, readDecryptedText } from '../../crypto/foreignCiphers'
import { deriveScrypt } from '../../crypto/foreignKdf'
import { failure, success, type Result } from '../../result'
import { readJson } from '../doors/readJson'
import type { FileCode, FileResult, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { flag, items, label, matches, printed } from '../schemas'

// Aegis' docs/vault.md. A slot wraps the master key; only password slots can be opened here.

const PASSWORD_SLOT = 1
const MAX_SLOTS = 32

const hex = v.pipe(v.string(), v.maxLength(4096))
const sealSchema = v.object({ nonce: hex, tag: hex })
const slotSchema = v.object({
  type: v.literal(PASSWORD_SLOT),
  key: hex,
  key_params: sealSchema,
  n: v.number(),
  r: v.number(),
  p: v.number(),
  salt: hex,
})
const vaultSchema = v.object({
  header: v.object({ slots: v.nullish(v.array(v.unknown())), params: v.nullish(v.unknown()) }),
  db: v.union([v.string(), v.looseObject({ entries: v.array(v.unknown()) })]),
})
const databaseSchema = v.object({
  entries: v.array(v.unknown()),
  groups: items,
})
const groupSchema = v.object({ uuid: v.string(), name: v.string() })
const entrySchema = v.object({
  type: v.string(),
  name: label,
  issuer: label,
  note: label,
  favorite: flag,
  icon: v.nullish(v.string()),
  group: v.nullish(v.string()),
  groups: items,
  info: v.object({
    secret: v.string(),
    algo: printed,
    digits: printed,
    period: printed,
    counter: printed,
  }),
})

export const aegis: Importer = {
  id: 'aegis',
  app: 'Aegis',
  recognizes: (content) => content.kind === 'json' && matches(vaultSchema, content.value),
  async read(content, context) {
    if (content.kind !== 'json') return failure('file-unknown')
    const { header, db } = v.parse(vaultSchema, content.value)
    if (typeof db !== 'string') return readDatabase(db)
    const opened = await openDatabase(db, header, context)
    return opened.ok ? readDatabase(opened.value) : opened
  },
}

async function openDatabase(
  sealed: string,
  header: v.InferOutput<typeof vaultSchema>['header'],
  context: ReadContext,
): Promise<Result<unknown, FileCode>> {
  const params = v.safeParse(sealSchema, header.params)
  const slots = (header.slots ?? []).slice(0, MAX_SLOTS).filter((slot) => v.is(slotSchema, slot))
  if (!params.success || slots.length === 0) return failure('file-damaged')
  if (context.password === undefined) return failure('password-needed')
  if (context.password === '') return failure('wrong-password')
  // Several passwords may be set: each has a slot.
  for (const slot of slots) {
    const key = await openSlot(slot, context.password, context)
    if (!key.ok && key.code !== 'wrong-password') return key
    if (!key.ok) continue
    const text = readDecryptedText(await openSealed(key.value, fromBase64(sealed), params.output))
    const json = text === undefined ? undefined : readJson(text)
    return json?.ok ? success(json.value) : failure('file-damaged')
  }
  return failure('wrong-password')
}

async function openSlot(
  slot: v.InferOutput<typeof slotSchema>,
  password: string,
  { limits }: ReadContext,
): Promise<Result<Bytes, FileCode>> {
  const salt = fromHex(slot.salt)
  if (!salt) return failure('file-damaged')
  const key = await deriveScrypt(utf8(password), salt, slot, limits)
  if (!key.ok) return key
  const master = await openSealed(key.value, fromHex(slot.key), slot.key_params)
  return master ? success(master) : failure('wrong-password')
}

async function openSealed(
  key: Bytes,
  ciphertext: Bytes | undefined,
  { nonce, tag }: v.InferOutput<typeof sealSchema>,
): Promise<Bytes | undefined> {
  const [iv, mac] = [fromHex(nonce), fromHex(tag)]
  return ciphertext && iv && mac && openAesGcm(key, iv, joinBytes(ciphertext, mac))
}

function readDatabase(value: unknown): FileResult {
  const database = v.safeParse(databaseSchema, value)
  if (!database.success) return failure('file-damaged')
  const groups = new Map(
    database.output.groups
      .filter((group) => v.is(groupSchema, group))
      .map(({ uuid, name }) => [uuid, name]),
  )
  return readEach(database.output.entries, entrySchema, (entry) => ({
    type: entry.type,
    issuer: entry.issuer,
    account: entry.name,
    note: entry.note,
    pinned: entry.favorite,
    tags: [entry.group ?? '', ...entry.groups.map((id) => groups.get(String(id)) ?? '')],
    ...(entry.icon ? { icon: entry.icon } : {}),
    secret: entry.info.secret,
    algorithm: entry.info.algo,
    digits: entry.info.digits,
    period: entry.info.period,
    counter: entry.info.counter,
  }))
}
