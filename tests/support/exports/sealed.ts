import { Buffer } from 'node:buffer'
import {
  createCipheriv,
  createHash,
  createHmac,
  pbkdf2Sync,
  randomBytes,
  scryptSync,
} from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import type { Bytes } from '../../../utils/core/bytes'
import {
  aegisDatabase,
  andotpList,
  authenticatorExtensionEntries,
  bitwardenVault,
  freeotpToken,
  protonEntries,
  stratumBackup,
  twofasServices,
} from './plain'
import { bytesOf, json, PASSWORD, type Sample } from './samples'

// Writers of encrypted exports, with Node's own cryptography and by each format's definition.

function gcm(key: Uint8Array, iv: Uint8Array, plain: string | Uint8Array, aad?: string) {
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  if (aad !== undefined) cipher.setAAD(Buffer.from(aad))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  return {
    ciphertext,
    tag: cipher.getAuthTag(),
    both: Buffer.concat([ciphertext, cipher.getAuthTag()]),
  }
}

function cbc(key: Uint8Array, iv: Uint8Array, plain: string | Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

async function argon2(
  password: string,
  salt: Uint8Array,
  memoryKib: number,
  iterations: number,
  parallelism = 1,
) {
  return argon2id({
    password,
    salt,
    memorySize: memoryKib,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
}

export function writeSealedAegis(samples: readonly Sample[], password = PASSWORD): Bytes {
  const master = randomBytes(32)
  const slotFor = (word: string) => {
    const salt = randomBytes(32)
    const nonce = randomBytes(12)
    const { ciphertext, tag } = gcm(
      scryptSync(word, salt, 32, { N: 1024, r: 8, p: 1 }),
      nonce,
      master,
    )
    return {
      type: 1,
      uuid: 'slot',
      key: ciphertext.toString('hex'),
      key_params: { nonce: nonce.toString('hex'), tag: tag.toString('hex') },
      n: 1024,
      r: 8,
      p: 1,
      salt: salt.toString('hex'),
    }
  }
  const nonce = randomBytes(12)
  const { ciphertext, tag } = gcm(master, nonce, JSON.stringify(aegisDatabase(samples)))
  return json({
    version: 1,
    header: {
      slots: [
        { type: 2, uuid: 'finger', key: '00' },
        slotFor('another password'),
        slotFor(password),
      ],
      params: { nonce: nonce.toString('hex'), tag: tag.toString('hex') },
    },
    db: ciphertext.toString('base64'),
  })
}

export function writeSealedTwofas(samples: readonly Sample[]): Bytes {
  const [salt, iv] = [randomBytes(256), randomBytes(12)]
  const key = pbkdf2Sync(PASSWORD, salt, 10_000, 32, 'sha256')
  const { both } = gcm(key, iv, JSON.stringify(twofasServices(samples)))
  const parts = [both, salt, iv].map((part) => part.toString('base64'))
  return json({
    schemaVersion: 4,
    services: [],
    groups: [{ id: 'g1', name: 'Work' }],
    servicesEncrypted: parts.join(':'),
  })
}

export async function writeSealedBitwarden(
  samples: readonly Sample[],
  kdf: 'pbkdf2' | 'argon2',
): Promise<Bytes> {
  const salt = randomBytes(16).toString('base64')
  const key =
    kdf === 'pbkdf2'
      ? pbkdf2Sync(PASSWORD, salt, 1000, 32, 'sha256')
      : await argon2(PASSWORD, createHash('sha256').update(salt).digest(), 1024, 2, 4)
  const expand = (info: string) =>
    createHmac('sha256', key).update(info).update(Buffer.of(1)).digest()
  const seal = (plain: string) => {
    const iv = randomBytes(16)
    const ciphertext = cbc(expand('enc'), iv, plain)
    const mac = createHmac('sha256', expand('mac')).update(iv).update(ciphertext).digest()
    return `2.${[iv, ciphertext, mac].map((part) => part.toString('base64')).join('|')}`
  }
  return json({
    encrypted: true,
    passwordProtected: true,
    salt,
    kdfType: kdf === 'pbkdf2' ? 0 : 1,
    kdfIterations: kdf === 'pbkdf2' ? 1000 : 2,
    kdfMemory: kdf === 'pbkdf2' ? null : 1,
    kdfParallelism: kdf === 'pbkdf2' ? null : 4,
    encKeyValidation_DO_NOT_EDIT: seal('anything'),
    data: seal(JSON.stringify(bitwardenVault(samples))),
  })
}

export async function writeSealedProton(samples: readonly Sample[]): Promise<Bytes> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const key = await argon2(PASSWORD, salt, 19_456, 2)
  const { both } = gcm(
    key,
    iv,
    JSON.stringify(protonEntries(samples)),
    'proton.authenticator.export.v1',
  )
  const content = Buffer.concat([iv, both]).toString('base64')
  return json({ version: 1, salt: salt.toString('base64'), content })
}

export async function writeSealedStratum(
  samples: readonly Sample[],
  kind: 'strong' | 'legacy',
): Promise<Bytes> {
  const plain = JSON.stringify(stratumBackup(samples))
  if (kind === 'strong') {
    const [salt, iv] = [randomBytes(16), randomBytes(12)]
    const { both } = gcm(await argon2(PASSWORD, salt, 65_536, 3, 4), iv, plain)
    return bytesOf(Buffer.concat([Buffer.from('AUTHENTICATORPRO'), salt, iv, both]))
  }
  const [salt, iv] = [randomBytes(20), randomBytes(16)]
  const key = pbkdf2Sync(PASSWORD, salt, 64_000, 32, 'sha1')
  return bytesOf(Buffer.concat([Buffer.from('AuthenticatorPro'), salt, iv, cbc(key, iv, plain)]))
}

export function writeSealedAndotp(samples: readonly Sample[], kind: 'new' | 'old'): Bytes {
  const [salt, iv] = [randomBytes(12), randomBytes(12)]
  const plain = JSON.stringify(andotpList(samples))
  if (kind === 'old') {
    const { both } = gcm(createHash('sha256').update(PASSWORD).digest(), iv, plain)
    return bytesOf(Buffer.concat([iv, both]))
  }
  const iterations = Buffer.alloc(4)
  iterations.writeInt32BE(1500)
  const { both } = gcm(pbkdf2Sync(PASSWORD, salt, 1500, 32, 'sha1'), iv, plain)
  return bytesOf(Buffer.concat([iterations, salt, iv, both]))
}

export function writeFreeotp2(samples: readonly Sample[]): Bytes {
  const signed = (bytes: Buffer) => [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte))
  const seal = (key: Uint8Array, plain: Uint8Array, token: string) => {
    const iv = randomBytes(12)
    const { both } = gcm(key, iv, plain, token)
    const der = Buffer.concat([Buffer.of(0x30, 0x11, 0x04, 0x0c), iv, Buffer.of(0x02, 0x01, 0x10)])
    return {
      mCipher: 'AES/GCM/NoPadding',
      mCipherText: signed(both),
      mParameters: signed(der),
      mToken: token,
    }
  }
  const [salt, master] = [randomBytes(32), randomBytes(32)]
  const key = pbkdf2Sync(PASSWORD, salt, 1000, 32, 'sha512')
  const strings = [
    'masterKey',
    JSON.stringify({
      mAlgorithm: 'PBKDF2withHmacSHA512',
      mIterations: 1000,
      mSalt: signed(salt),
      mEncryptedKey: seal(key, master, 'AES'),
    }),
    ...samples.flatMap((it, at) => {
      const { secret, ...token } = freeotpToken(it)
      const sealed = seal(master, Buffer.from(secret), `Hmac${it.algorithm}`)
      const name = `uuid-${String(at)}`
      return [
        name,
        JSON.stringify({ key: JSON.stringify(sealed) }),
        `${name}-token`,
        JSON.stringify(token),
      ]
    }),
  ]
  const body = strings.map((text) => {
    const bytes = Buffer.from(text)
    const head = Buffer.alloc(3)
    head.writeUInt8(0x74)
    head.writeUInt16BE(bytes.length, 1)
    return Buffer.concat([head, bytes])
  })
  const start =
    'aced0005737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c770800000010000000'
  return bytesOf(
    Buffer.concat([
      Buffer.from(`${start}0${String(strings.length / 2)}`, 'hex'),
      ...body,
      Buffer.of(0x78),
    ]),
  )
}

export function writeTotpAuthenticator(samples: readonly Sample[], password: string): Bytes {
  const list = samples.map((it) => ({
    issuer: it.issuer,
    name: it.account,
    key: it.secret,
    base: 32,
    digits: String(it.digits),
    period: String(it.periodSeconds),
  }))
  const plain = JSON.stringify({ [JSON.stringify(list)]: '' })
  const key = createHash('sha256').update(password).digest()
  return bytesOf(Buffer.from(cbc(key, Buffer.alloc(16), plain).toString('base64')))
}

/** CryptoJS's way with a passphrase: OpenSSL's salted container. */
function salted(passphrase: string, plain: string | Uint8Array): string {
  const salt = randomBytes(8)
  let material = Buffer.alloc(0)
  let block = Buffer.alloc(0)
  while (material.length < 48) {
    block = createHash('md5').update(block).update(passphrase).update(salt).digest()
    material = Buffer.concat([material, block])
  }
  const sealed = cbc(material.subarray(0, 32), material.subarray(32, 48), plain)
  return Buffer.concat([Buffer.from('Salted__'), salt, sealed]).toString('base64')
}

export async function writeSealedAuthenticatorExtension(
  samples: readonly Sample[],
  version: 1 | 2 | 3,
): Promise<Bytes> {
  const entries = authenticatorExtensionEntries(samples)
  if (version === 3) {
    const salt = randomBytes(16).toString('hex')
    const hash = await argon2(PASSWORD, Buffer.from(salt), 19_456, 2)
    const passphrase = Buffer.from(hash).toString('base64').replace(/=+$/u, '')
    const sealed = entries.map((it) => [
      it.hash,
      {
        dataType: 'EncOTPStorage',
        keyId: 'k',
        index: it.index,
        data: salted(passphrase, JSON.stringify(it)),
      },
    ])
    return json({
      ...Object.fromEntries(sealed),
      k: { dataType: 'Key', id: 'k', salt, hash: 'x', version: 3 },
    })
  }
  const key = randomBytes(120)
  const passphrase = version === 2 ? key.toString('hex') : PASSWORD
  const sealed = entries.map((it) => [
    it.hash,
    { ...it, encrypted: true, secret: salted(passphrase, it.secret) },
  ])
  return json({
    ...Object.fromEntries(sealed),
    ...(version === 2 ? { key: { enc: salted(PASSWORD, key), hash: 'x' } } : {}),
  })
}

export async function writeZip(
  files: Readonly<Record<string, string>>,
  options: { readonly password?: string; readonly zipCrypto?: boolean } = {},
): Promise<Bytes> {
  const writer = new ZipWriter(new Uint8ArrayWriter())
  for (const [name, text] of Object.entries(files))
    await writer.add(name, new TextReader(text), options)
  return bytesOf(await writer.close())
}

/** Authy's preferences with the backup password still on them. */
export function writeSealedAuthy(samples: readonly Sample[]): Bytes {
  const tokens = samples.map((it) => {
    const salt = randomBytes(16).toString('base64')
    const key = pbkdf2Sync(PASSWORD, salt, 1000, 32, 'sha1')
    return {
      ...{
        accountType: 'authenticator',
        originalIssuer: it.issuer,
        name: `${it.issuer}: ${it.account}`,
      },
      ...{ originalName: `${it.issuer}:${it.account}`, digits: it.digits, salt },
      encryptedSecret: cbc(key, Buffer.alloc(16), it.secret).toString('base64'),
    }
  })
  return json({ authenticator_tokens: tokens })
}
