import type { Account } from '../../account'
import { toBase64, utf8, type Bytes } from '../../bytes'
import { sealAesGcm } from '../../crypto/foreignCiphers'
import { derivePbkdf2, FOREIGN_LIMITS } from '../../crypto/foreignKdf'
import type { Exporter, WriteTools } from '../exporter'

// 2FAS schema 4. An account has one group: the first tag.

/** What the app has values for; it turns any other number into the usual one without a word. */
const DIGITS = new Set([5, 6, 7, 8])
const PERIODS = new Set([10, 30, 60, 90])
const ITERATIONS = 10_000
const SALT_BYTES = 256
/** The app knows by this text whether a password is right. It is no secret. */
const REFERENCE =
  'tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfggogbBJhtYgpK6fMl1D6mtsy92R3HkdGfw' +
  'uXbzLebqVFJsR7IZ2w58t938iymwG4824igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NCV2OvidXQCBnDlGfmz0f1' +
  'BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd'

const refuse: Exporter['refuse'] = ({ type, digits, periodSeconds }) => {
  if (!DIGITS.has(digits)) return 'digits-unknown'
  return type === 'totp' && !PERIODS.has(periodSeconds) ? 'period-unknown' : undefined
}
const keep: Exporter['keep'] = ({ tags = [] }) =>
  tags.length === 0 ? {} : { tags: tags.slice(0, 1) }

export const twofas: Exporter = {
  refuse,
  keep,
  write(accounts, tools) {
    const { services, groups } = makeServices(accounts, tools)
    return Promise.resolve([makeFile({ services, groups }, tools)])
  },
}

export const sealedTwofas: Exporter = {
  refuse,
  keep,
  async write(accounts, tools) {
    const { services, groups } = makeServices(accounts, tools)
    const salt = tools.randomBytes(SALT_BYTES)
    const password = utf8(tools.password)
    const key = await derivePbkdf2(password, salt, 'SHA-256', ITERATIONS, FOREIGN_LIMITS)
    if (!key.ok) throw new Error(key.code)
    const seal = (text: string) => sealText(text, key.value, salt, tools)
    const sealed = {
      services: [],
      groups,
      servicesEncrypted: await seal(JSON.stringify(services)),
      reference: await seal(REFERENCE),
    }
    return [makeFile(sealed, tools)]
  },
}

/** `ciphertext and tag : salt : nonce`, each in base64. */
async function sealText(
  text: string,
  key: Bytes,
  salt: Bytes,
  { randomBytes }: WriteTools,
): Promise<string> {
  const nonce = randomBytes(12)
  return [await sealAesGcm(key, nonce, utf8(text)), salt, nonce].map(toBase64).join(':')
}

function makeFile(content: object, { now }: WriteTools): string {
  // The version of the app is the one that wrote this schema first.
  const origin = { appVersionCode: 5_000_000, appVersionName: '5.0.0', appOrigin: 'android' }
  return JSON.stringify({ ...content, updatedAt: now, schemaVersion: 4, ...origin })
}

function makeServices(accounts: readonly Account[], { randomId, now }: WriteTools) {
  const names = new Set(accounts.flatMap(({ tags = [] }) => tags.slice(0, 1)))
  const groups = [...names].map((name) => ({
    id: randomId(),
    name,
    isExpanded: true,
    updatedAt: now,
  }))
  const idOf = new Map(groups.map(({ id, name }) => [name, id]))
  const services = accounts.map((account, position) => {
    const groupId = idOf.get(account.tags?.[0] ?? '')
    return {
      name: account.issuer,
      secret: account.secret,
      updatedAt: now,
      ...(groupId === undefined ? {} : { groupId }),
      otp: makeOtp(account),
      order: { position },
    }
  })
  return { services, groups }
}

function makeOtp({ type, issuer, account, digits, algorithm, periodSeconds, counter }: Account) {
  return {
    label: issuer === '' ? account : `${issuer}:${account}`,
    account,
    issuer,
    digits,
    algorithm,
    tokenType: type.toUpperCase(),
    source: 'Manual',
    ...(type === 'hotp' ? { counter } : { period: periodSeconds }),
  }
}
