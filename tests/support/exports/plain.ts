import { Buffer } from 'node:buffer'
import { utf8, type Bytes } from '../../../utils/core/bytes'
import { decodeBase32 } from '../../../utils/core/otp/base32'
import { json, type Sample } from './samples'

// Writers of plain exports, by hand from each format's definition.

export function linkOf(it: Sample): string {
  const label = `${encodeURIComponent(it.issuer)}:${encodeURIComponent(it.account)}`
  const moving =
    it.type === 'hotp' ? `counter=${String(it.counter)}` : `period=${String(it.periodSeconds)}`
  return `otpauth://${it.type}/${label}?secret=${it.secret}&issuer=${encodeURIComponent(it.issuer)}&algorithm=${it.algorithm}&digits=${String(it.digits)}&${moving}`
}

/** Bitwarden and Proton keep a Steam secret in a scheme of its own. */
export function linkOrSteam(it: Sample): string {
  return it.type === 'steam' ? `steam://${it.secret}` : linkOf(it)
}

export const writeLinks = (samples: readonly Sample[]): Bytes =>
  utf8(`# a remark\r\n\r\n${samples.map(linkOf).join('\r\n')}`)

export const writeHtml = (samples: readonly Sample[]): Bytes =>
  utf8(
    `<!doctype html><html><body>${samples.map((it) => `<code>${linkOf(it)}</code>`).join('')}</body></html>`,
  )

export function aegisDatabase(samples: readonly Sample[]) {
  return {
    version: 3,
    entries: samples.map((it, at) => ({
      type: it.type,
      uuid: `0000-${String(at)}`,
      name: it.account,
      issuer: it.issuer,
      note: at === 0 ? 'line one\nline two' : '',
      favorite: at === 0,
      icon: null,
      info: {
        secret: it.secret,
        algo: it.algorithm,
        digits: it.digits,
        ...(it.type === 'hotp' ? { counter: it.counter } : { period: it.periodSeconds }),
      },
      groups: at === 0 ? ['g1'] : [],
    })),
    groups: [{ uuid: 'g1', name: 'Work' }],
  }
}
export const writeAegis = (samples: readonly Sample[]): Bytes =>
  json({ version: 1, header: { slots: null, params: null }, db: aegisDatabase(samples) })

export function twofasServices(samples: readonly Sample[]) {
  return samples.map((it, position) => ({
    name: it.issuer,
    secret: it.secret,
    order: { position },
    groupId: position === 0 ? 'g1' : null,
    otp: {
      label: `${it.issuer}:${it.account}`,
      account: it.account,
      issuer: it.issuer,
      digits: it.digits,
      period: it.periodSeconds,
      algorithm: it.algorithm,
      counter: it.counter,
      tokenType: it.type.toUpperCase(),
    },
  }))
}
export const writeTwofas = (samples: readonly Sample[]): Bytes =>
  json({
    schemaVersion: 4,
    appOrigin: 'android',
    // Out of order: the position counts.
    services: [...twofasServices(samples)].reverse(),
    groups: [{ id: 'g1', name: 'Work', isExpanded: true }],
  })

export function bitwardenVault(samples: readonly Sample[]) {
  return {
    encrypted: false,
    folders: [{ id: 'f1', name: 'Work' }],
    items: [
      { type: 2, name: 'A note', notes: 'nothing with codes', secureNote: {} },
      ...samples.map((it, at) => ({
        type: 1,
        name: it.issuer,
        notes: at === 0 ? 'line one\nline two' : null,
        favorite: at === 0,
        folderId: at === 0 ? 'f1' : null,
        login: {
          username: it.account,
          totp: linkOrSteam(it),
          uris: at === 0 ? [{ uri: 'https://mail.lantern.example/login' }] : null,
        },
      })),
    ],
  }
}
export const writeBitwarden = (samples: readonly Sample[]): Bytes => json(bitwardenVault(samples))

export const writeBitwardenCsv = (samples: readonly Sample[]): Bytes =>
  table(
    ['folder', 'favorite', 'type', 'name', 'notes', 'login_uri', 'login_username', 'login_totp'],
    samples.map((it) => ['', '', 'login', it.issuer, '', '', it.account, linkOrSteam(it)]),
  )

export function protonEntries(samples: readonly Sample[]) {
  return {
    version: 1,
    entries: samples.map((it, at) => ({
      id: String(at),
      content: {
        uri: linkOrSteam(it),
        entry_type: it.type === 'steam' ? 'Steam' : 'Totp',
        name: it.account,
      },
      note: at === 0 ? 'line one\nline two' : null,
    })),
  }
}
export const writeProton = (samples: readonly Sample[]): Bytes => json(protonEntries(samples))

export function protonPassData(samples: readonly Sample[]) {
  const items = samples.map((it) => ({
    state: 1,
    data: {
      metadata: { name: it.issuer, note: '' },
      type: 'login',
      content: { itemUsername: it.account, itemEmail: '', totpUri: linkOrSteam(it), urls: [] },
      extraFields: [],
    },
  }))
  return { version: '1', vaults: { v1: { name: 'Personal', items } } }
}

/** The shape that FreeOTP, FreeOTP+ and FreeOTP 2 share. */
export function freeotpToken(it: Sample) {
  return {
    algo: it.algorithm,
    counter: it.counter,
    digits: it.digits,
    issuerExt: it.issuer,
    issuerInt: it.issuer,
    label: it.account,
    period: it.periodSeconds,
    secret: [...(decodeBase32(it.secret) ?? [])].map((byte) => (byte > 127 ? byte - 256 : byte)),
    type: it.type.toUpperCase(),
  }
}
export const writeFreeotpPlus = (samples: readonly Sample[]): Bytes =>
  json({
    tokenOrder: samples.map((it) => `${it.issuer}:${it.account}`),
    tokens: [...samples].reverse().map(freeotpToken),
  })
export const writeFreeotpXml = (samples: readonly Sample[]): Bytes =>
  preferences(samples.map((it) => [`${it.issuer}:${it.account}`, JSON.stringify(freeotpToken(it))]))

export const writeRaivo = (samples: readonly Sample[]): Bytes =>
  json(
    samples.map((it) => ({
      issuer: it.issuer,
      account: it.account,
      secret: it.secret,
      algorithm: it.algorithm,
      digits: String(it.digits),
      kind: it.type.toUpperCase(),
      timer: String(it.periodSeconds),
      counter: String(it.counter),
      pinned: 'false',
    })),
  )

const STRATUM_TYPES = { hotp: 1, totp: 2, steam: 4 }
const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512']
export function stratumBackup(samples: readonly Sample[]) {
  return {
    Authenticators: samples.map((it, at) => ({
      Type: STRATUM_TYPES[it.type],
      Issuer: it.issuer,
      Username: it.account,
      Secret: it.secret,
      Algorithm: ALGORITHMS.indexOf(it.algorithm),
      Digits: it.digits,
      Period: it.periodSeconds,
      Counter: it.counter,
      Ranking: at,
    })),
    Categories: [{ Id: 'c1', Name: 'Work' }],
    AuthenticatorCategories: [{ CategoryId: 'c1', AuthenticatorSecret: samples[0]?.secret ?? '' }],
    CustomIcons: [],
  }
}
export const writeStratum = (samples: readonly Sample[]): Bytes => json(stratumBackup(samples))

export function andotpList(samples: readonly Sample[]) {
  return samples.map((it, at) => ({
    secret: it.secret,
    issuer: it.issuer,
    label: it.account,
    digits: it.digits,
    type: it.type.toUpperCase(),
    algorithm: it.algorithm,
    thumbnail: 'Default',
    period: it.periodSeconds,
    counter: it.counter,
    tags: at === 0 ? ['Work'] : [],
  }))
}
export const writeAndotp = (samples: readonly Sample[]): Bytes => json(andotpList(samples))

export const writeLastpass = (samples: readonly Sample[]): Bytes =>
  json({
    version: 3,
    localDeviceId: 'x',
    accounts: samples.map((it, at) => ({
      issuerName: it.issuer,
      userName: it.account,
      secret: it.secret,
      timeStep: it.periodSeconds,
      digits: it.digits,
      algorithm: it.algorithm,
      isFavorite: at === 0,
      folderData: { folderId: at === 0 ? 1 : 0 },
    })),
    folders: [{ id: 1, name: 'Work' }],
  })

/** LastPass itself, whose notes and passwords have no code. */
export const writeLastpassCsv = (samples: readonly Sample[]): Bytes =>
  table(
    ['url', 'username', 'password', 'totp', 'extra', 'name', 'grouping', 'fav'],
    [
      ['http://sn', '', '', '', 'a note', 'Note', '', '0'],
      ...samples.map((it, at) => [
        at === 0 ? 'https://mail.lantern.example/login' : '',
        ...[
          it.account,
          'x',
          linkOf(it),
          '',
          it.issuer,
          at === 0 ? 'Work' : '',
          at === 0 ? '1' : '0',
        ],
      ]),
    ],
  )

export const writeProtonPassCsv = (samples: readonly Sample[]): Bytes =>
  table(
    ['type', 'name', 'url', 'email', 'username', 'password', 'note', 'totp', 'createTime', 'vault'],
    samples.map((it) => [
      'login',
      it.issuer,
      '',
      it.account,
      '',
      'x',
      '',
      linkOf(it),
      '1',
      'Personal',
    ]),
  )

export const writeKeepassCsv = (samples: readonly Sample[]): Bytes =>
  table(
    ['Group', 'Title', 'Username', 'Password', 'URL', 'Notes', 'TOTP'],
    samples.map((it) => ['Root', it.issuer, it.account, 'x', '', '', steamByEncoder(it)]),
  )
export const writeKeepassXml = (samples: readonly Sample[]): Bytes =>
  utf8(
    `<?xml version="1.0"?><KeePassFile><Meta><RecycleBinUUID>bin=</RecycleBinUUID></Meta><Root><Group><UUID>r=</UUID><Name>Root</Name>${samples.map(keepassEntry).join('')}<Group><UUID>bin=</UUID><Name>Bin</Name>${samples.map(keepassEntry).join('')}</Group></Group></Root></KeePassFile>`,
  )
function keepassEntry(it: Sample): string {
  const fields = { Title: it.issuer, UserName: it.account, otp: steamByEncoder(it) }
  const strings = Object.entries(fields)
    .map(([key, value]) => `<String><Key>${key}</Key><Value>${escape(value)}</Value></String>`)
    .join('')
  return `<Entry>${strings}<History><Entry>${strings}</Entry></History></Entry>`
}
function steamByEncoder(it: Sample): string {
  return it.type === 'steam' ? `${linkOf({ ...it, type: 'totp' })}&encoder=steam` : linkOf(it)
}

export const writeOnePasswordCsv = (samples: readonly Sample[]): Bytes =>
  table(
    ['Title', 'Url', 'Username', 'Password', 'OTPAuth', 'Favorite', 'Archived', 'Tags', 'Notes'],
    samples.map((it) => [it.issuer, '', it.account, 'x', linkOf(it), 'false', 'false', '', '']),
  )
export function onePasswordData(samples: readonly Sample[]) {
  const items = samples.map((it) => ({
    favIndex: 0,
    state: 'active',
    overview: { title: it.issuer, url: '', tags: [] },
    details: {
      loginFields: [{ designation: 'username', value: it.account }],
      notesPlain: '',
      sections: [{ fields: [{ title: 'code', value: { totp: linkOf(it) } }] }],
    },
  }))
  return { accounts: [{ vaults: [{ items }] }] }
}
export const writeDashlane = (samples: readonly Sample[]): Bytes =>
  table(
    ['username', 'username2', 'title', 'password', 'note', 'url', 'category', 'otpUrl'],
    samples.map((it) => [it.account, '', it.issuer, 'x', '', '', '', linkOf(it)]),
  )
export const writeDuo = ([it]: readonly Sample[]): Bytes =>
  json([{ name: it?.account, accountType: 'OtpAccount', otpGenerator: { otpSecret: it?.secret } }])

export const writeMaFile = (it: Sample): Bytes =>
  json({
    shared_secret: Buffer.from(decodeBase32(it.secret) ?? []).toString('base64'),
    account_name: it.account,
    Session: { SteamID: 1 },
  })

export const writeTwofauth = (samples: readonly Sample[]): Bytes =>
  json({
    app: '2fauth_v5.0.2',
    schema: 1,
    data: samples.map((it) => ({
      otp_type: it.type === 'steam' ? 'steamtotp' : it.type,
      account: it.account,
      service: it.issuer,
      secret: it.secret,
      digits: it.digits,
      algorithm: it.algorithm.toLowerCase(),
      period: it.periodSeconds,
      counter: it.counter,
    })),
  })

/** RFC 6030, figures 6 and 7: a key that was agreed on, or one from the password `qwerty`. */
export function writeSealedPskc(kind: 'agreed' | 'derived'): Bytes {
  const cbc = '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'
  const sealed = (value: string) =>
    `${cbc}<xenc:CipherData><xenc:CipherValue>${value}</xenc:CipherValue></xenc:CipherData>`
  const [key, macKey, secret, mac] =
    kind === 'agreed'
      ? [
          '<ds:KeyName>Pre-shared-key</ds:KeyName>',
          'ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX',
          'AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv',
          'Su+NvtQfmvfJzF6bmQiJqoLRExc=',
        ]
      : [
          '<xenc11:DerivedKey><xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2"><pkcs5:PBKDF2-params><Salt><Specified>Ej7/PEpyEpw=</Specified></Salt><IterationCount>1000</IterationCount><KeyLength>16</KeyLength><PRF/></pkcs5:PBKDF2-params></xenc11:KeyDerivationMethod></xenc11:DerivedKey>',
          '2GTTnLwM3I4e5IO5FkufoOEiOhNj91fhKRQBtBJYluUDsPOLTfUvoU2dStyOwYZx',
          'oTvo+S22nsmS2Z/RtcoF8Hfh+jzMe0RkiafpoDpnoZTjPYZu6V+A4aEn032yCr4f',
          'LP6xMvjtypbfT9PdkJhBZ+D6O4w=',
        ]
  return utf8(
    `<?xml version="1.0"?><pskc:KeyContainer Version="1.0" xmlns:pskc="urn:ietf:params:xml:ns:keyprov:pskc" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc11="http://www.w3.org/2009/xmlenc11#" xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#"><pskc:EncryptionKey>${key}</pskc:EncryptionKey><pskc:MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"><pskc:MACKey>${sealed(macKey)}</pskc:MACKey></pskc:MACMethod><pskc:KeyPackage><pskc:DeviceInfo><pskc:Manufacturer>Manufacturer</pskc:Manufacturer><pskc:SerialNo>987654321</pskc:SerialNo></pskc:DeviceInfo><pskc:Key Id="12345678" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp"><pskc:Issuer>Issuer</pskc:Issuer><pskc:AlgorithmParameters><pskc:ResponseFormat Length="8" Encoding="DECIMAL"/></pskc:AlgorithmParameters><pskc:Data><pskc:Secret><pskc:EncryptedValue>${sealed(secret)}</pskc:EncryptedValue><pskc:ValueMAC>${mac}</pskc:ValueMAC></pskc:Secret><pskc:Counter><pskc:PlainValue>0</pskc:PlainValue></pskc:Counter></pskc:Data></pskc:Key></pskc:KeyPackage></pskc:KeyContainer>`,
  )
}

export const writeAuthy = (samples: readonly Sample[]): Bytes =>
  preferences([
    [
      'com.authy.storage.tokens.authenticator.key',
      JSON.stringify(
        samples.map((it) => ({
          accountType: 'authenticator',
          originalIssuer: it.issuer,
          originalName: `${it.issuer}:${it.account}`,
          name: `${it.issuer}: ${it.account}`,
          digits: it.digits,
          decryptedSecret: it.secret,
        })),
      ),
    ],
  ])

const MASK = Buffer.from(
  '398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a',
  'hex',
)
export function writeBattlenet(it: Sample): Bytes {
  const hide = (text: string) =>
    Buffer.from(Buffer.from(text).map((byte, at) => byte ^ (MASK[at] ?? 0))).toString('hex')
  const secret = Buffer.from(decodeBase32(it.secret) ?? []).toString('hex')
  return preferences([
    ['com.blizzard.messenger.AUTHENTICATOR_SERIAL', hide(it.account)],
    ['com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET', hide(secret)],
  ])
}

export function writePskc(samples: readonly Sample[]): Bytes {
  const packages = samples.map((it) => {
    const secret = Buffer.from(decodeBase32(it.secret) ?? []).toString('base64')
    const moving =
      it.type === 'hotp'
        ? `<Counter><PlainValue>${String(it.counter)}</PlainValue></Counter>`
        : `<TimeInterval><PlainValue>${String(it.periodSeconds)}</PlainValue></TimeInterval>`
    return `<KeyPackage><DeviceInfo><Manufacturer>Maker</Manufacturer><SerialNo>77</SerialNo></DeviceInfo><Key Id="1" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:${it.type}"><Issuer>${it.issuer}</Issuer><FriendlyName>${it.account}</FriendlyName><AlgorithmParameters><Suite>HMAC-${it.algorithm}</Suite><ResponseFormat Length="${String(it.digits)}" Encoding="DECIMAL"/></AlgorithmParameters><Data><Secret><PlainValue>${secret}</PlainValue></Secret>${moving}</Data></Key></KeyPackage>`
  })
  return utf8(
    `<?xml version="1.0"?><pskc:KeyContainer Version="1.0" xmlns:pskc="urn:ietf:params:xml:ns:keyprov:pskc">${packages.join('').replaceAll(/<(\/?)([A-Z])/gu, '<$1pskc:$2')}</pskc:KeyContainer>`,
  )
}

export function authenticatorExtensionEntries(samples: readonly Sample[]) {
  return samples.map((it, index) => ({
    encrypted: false,
    hash: `h${String(index)}`,
    index,
    type: it.type,
    secret: it.secret,
    issuer: index === 0 ? `${it.issuer}::mail.lantern.example` : it.issuer,
    account: it.account,
    pinned: index === 0,
    ...(it.type === 'hotp' ? { counter: it.counter } : {}),
    ...(it.periodSeconds === 30 ? {} : { period: it.periodSeconds }),
    ...(it.digits === 6 || it.type === 'steam' ? {} : { digits: it.digits }),
    ...(it.algorithm === 'SHA1' ? {} : { algorithm: it.algorithm }),
    dataType: 'OTPStorage',
  }))
}
export const writeAuthenticatorExtension = (samples: readonly Sample[]): Bytes =>
  json(Object.fromEntries(authenticatorExtensionEntries(samples).map((it) => [it.hash, it])))

export const writeGenericCsv = (samples: readonly Sample[]): Bytes =>
  table(
    ['Service', 'User', 'Secret', 'Type', 'Algorithm', 'Digits', 'Period', 'Counter'],
    samples.map((it) => [
      it.issuer,
      it.account,
      it.secret,
      it.type,
      it.algorithm,
      String(it.digits),
      String(it.periodSeconds),
      String(it.counter),
    ]),
  )

function table(columns: readonly string[], rows: readonly (readonly string[])[]): Bytes {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return utf8([columns, ...rows].map((row) => row.map(quote).join(',')).join('\r\n'))
}

function preferences(strings: readonly (readonly [string, string])[]): Bytes {
  const inside = strings.map(
    ([name, text]) => `<string name="${escape(name)}">${escape(text)}</string>`,
  )
  return utf8(
    `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n${inside.join('\n')}\n</map>`,
  )
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
