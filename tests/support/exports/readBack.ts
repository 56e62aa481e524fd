import { Buffer } from 'node:buffer'
import { createDecipheriv, pbkdf2Sync, scryptSync } from 'node:crypto'
import jsQR from 'jsqr'
import type { Pixels } from '../../../utils/core/qr/qrReading'

// Readers of other apps' formats that share nothing with the product: written from each format's own
// description, with Node's cryptography and another QR decoder than the one that reads exports back.

export interface Read {
  readonly type: string
  readonly issuer: string
  readonly account: string
  readonly secret: string
  readonly algorithm: string
  readonly digits: number
  readonly moving: number
}

/** Aegis, docs/vault.md. */
export function readAegis(text: string, password?: string) {
  const file = JSON.parse(text) as AegisFile
  const { db } = file
  const database = typeof db === 'string' ? openAegis(file, db, password ?? '') : db
  return {
    groups: new Map(database.groups.map(({ uuid, name }) => [uuid, name])),
    entries: database.entries,
    accounts: database.entries.map(({ type, issuer, name, info }): Read => ({
      ...{ type, issuer, account: name, secret: info.secret, algorithm: info.algo },
      ...{ digits: info.digits, moving: info.period ?? info.counter ?? NaN },
    })),
  }
}

function openAegis({ header }: AegisFile, db: string, password: string): AegisDatabase {
  const [slot] = header.slots ?? []
  if (!slot || !header.params) throw new Error('no slot')
  const { n: N, r, p } = slot
  const key = scryptSync(password, Buffer.from(slot.salt, 'hex'), 32, {
    ...{ N, r, p },
    maxmem: 64 << 20,
  })
  const master = gcm(key, slot.key_params, Buffer.from(slot.key, 'hex'))
  const plain = gcm(master, header.params, Buffer.from(db, 'base64'))
  return JSON.parse(plain.toString('utf8')) as AegisDatabase
}

interface Sealing {
  readonly nonce: string
  readonly tag: string
}

function gcm(key: Buffer, { nonce, tag }: Sealing, ciphertext: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'))
  cipher.setAuthTag(Buffer.from(tag, 'hex'))
  return Buffer.concat([cipher.update(ciphertext), cipher.final()])
}

/** 2FAS, BackupContent.kt. Its password is right when it opens the reference. */
export function readTwofas(text: string, password?: string) {
  const file = JSON.parse(text) as TwofasFile
  const services =
    password === undefined
      ? file.services
      : (JSON.parse(openTwofas(file.servicesEncrypted, password)) as TwofasFile['services'])
  return {
    schemaVersion: file.schemaVersion,
    reference: password === undefined ? undefined : openTwofas(file.reference, password),
    groupOf: services.map(({ groupId }) => file.groups.find(({ id }) => id === groupId)?.name),
    accounts: services.map(({ secret, otp }): Read => ({
      ...{ type: otp.tokenType.toLowerCase(), issuer: otp.issuer, account: otp.account, secret },
      ...{ algorithm: otp.algorithm, digits: otp.digits },
      moving: otp.period ?? otp.counter ?? NaN,
    })),
  }
}

function openTwofas(sealed: string, password: string): string {
  const [data, salt, iv] = sealed.split(':').map((part) => Buffer.from(part, 'base64'))
  if (!data || !salt || !iv) throw new Error('not three parts')
  const key = pbkdf2Sync(password, salt, 10_000, 32, 'sha256')
  const cipher = createDecipheriv('aes-256-gcm', key, iv)
  cipher.setAuthTag(data.subarray(-16))
  return Buffer.concat([cipher.update(data.subarray(0, -16)), cipher.final()]).toString('utf8')
}

/** Bitwarden's JSON; the codes as its authenticator takes them. */
export function readBitwarden(text: string) {
  const vault = JSON.parse(text) as BitwardenFile
  return vault.items.map(({ type, name, favorite, folderId, notes, login }) => ({
    ...{ type, name, favorite, notes, login },
    folder: vault.folders.find(({ id }) => id === folderId)?.name,
  }))
}

/** Google Authenticator's payload, read by its wire format (protobuf.dev/programming-guides/encoding). */
export function readMigrationText(text: string) {
  const data = new URL(text).searchParams.get('data') ?? ''
  const page = readMessage(Buffer.from(data, 'base64'))
  const number = (field: number) => Number(page.get(field)?.[0] ?? 0)
  return {
    version: number(2),
    size: number(3),
    index: number(4),
    batchId: number(5),
    accounts: (page.get(1) ?? []).map((bytes): Read => {
      const entry = readMessage(bytes as Buffer)
      const value = (field: number) => Number(entry.get(field)?.[0] ?? 0)
      const words = (field: number) => (entry.get(field)?.[0] as Buffer).toString('utf8')
      const isCounter = value(6) === 1
      return {
        type: isCounter ? 'hotp' : 'totp',
        issuer: words(3),
        account: words(2),
        secret: (entry.get(1)?.[0] as Buffer).toString('hex'),
        algorithm: ['', 'SHA1', 'SHA256', 'SHA512'][value(4)] ?? '',
        digits: value(5) === 2 ? 8 : 6,
        moving: isCounter ? value(7) : 30,
      }
    }),
  }
}

function readMessage(bytes: Buffer): Map<number, (bigint | Buffer)[]> {
  const fields = new Map<number, (bigint | Buffer)[]>()
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] ?? 0
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = Number(varint())
    const isBytes = (key & 7) === 2
    const head = varint()
    const value = isBytes ? bytes.subarray(at, at + Number(head)) : head
    if (isBytes) at += Number(head)
    fields.set(key >> 3, [...(fields.get(key >> 3) ?? []), value])
  }
  return fields
}

/** The text of a QR code, by jsQR. */
export function readWithJsqr({ data, width, height }: Pixels): string | undefined {
  return jsQR(data, width, height)?.data
}

interface AegisDatabase {
  readonly version: number
  readonly groups: readonly { readonly uuid: string; readonly name: string }[]
  readonly entries: readonly {
    readonly type: string
    readonly uuid: string
    readonly name: string
    readonly issuer: string
    readonly note: string
    readonly favorite: boolean
    readonly icon: string | null
    readonly icon_mime?: string
    readonly groups: readonly string[]
    readonly info: {
      readonly secret: string
      readonly algo: string
      readonly digits: number
      readonly period?: number
      readonly counter?: number
    }
  }[]
}
interface AegisFile {
  readonly version: number
  readonly header: {
    readonly slots:
      | readonly {
          readonly salt: string
          readonly n: number
          readonly r: number
          readonly p: number
          readonly key: string
          readonly key_params: Sealing
        }[]
      | null
    readonly params: Sealing | null
  }
  readonly db: string | AegisDatabase
}
interface TwofasFile {
  readonly schemaVersion: number
  readonly servicesEncrypted: string
  readonly reference: string
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly services: readonly {
    readonly secret: string
    readonly groupId?: string
    readonly otp: {
      readonly tokenType: string
      readonly issuer: string
      readonly account: string
      readonly algorithm: string
      readonly digits: number
      readonly period?: number
      readonly counter?: number
    }
  }[]
}
interface BitwardenFile {
  readonly encrypted: boolean
  readonly folders: readonly { readonly id: string; readonly name: string }[]
  readonly items: readonly {
    readonly type: number
    readonly name: string
    readonly notes: string | null
    readonly favorite: boolean
    readonly folderId: string | null
    readonly login: {
      readonly username: string
      readonly totp: string
      readonly uris: readonly { readonly uri: string }[]
    }
  }[]
}
