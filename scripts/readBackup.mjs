/**
 * Opens a backup file without the extension: `node scripts/readBackup.mjs FILE [--uris]
 * [--passphrase-file FILE]`. The passphrase is asked for, or read from the file or from a pipe. It shares
 * no code with the extension: it follows docs/vault-format.md, with Node's own crypto and hash-wasm's
 * Argon2. Ends with 1 when the file does not open.
 */
import { createDecipheriv, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { argon2id } from 'hash-wasm'

const MAX_BYTES = 20 * 1024 * 1024

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { uris: { type: 'boolean' }, 'passphrase-file': { type: 'string' } },
  })
  const [path] = positionals
  if (!path) throw new Error('Usage: readBackup.mjs FILE [--uris] [--passphrase-file FILE]')
  const backup = readFile(path)
  const content = await open(backup, await readPassphrase(values['passphrase-file']))
  print(content, values.uris === true)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

/** The file, whole and of this version; or a word on why not. */
function readFile(path) {
  const bytes = readFileSync(path)
  if (bytes.length > MAX_BYTES) throw new Error('The file is too large to be a backup.')
  const file = parse(bytes.toString('utf8'), 'The file is damaged or is no backup.')
  if (file?.format !== 'sandi-backup') throw new Error('The file is no backup made by Sandi.')
  if (file.version !== 1) throw new Error('The backup was made by a newer version of Sandi.')
  const parts = [file.header, file.nonce, file.ciphertext]
  const checksum = createHash('sha256').update(parts.join('\n'), 'utf8').digest('base64')
  if (checksum !== file.checksum) throw new Error('The backup is damaged.')
  const header = parse(file.header, 'The backup is damaged.')
  if (header.magic !== 'sandi-backup' || header.version !== 1) {
    throw new Error('The backup was made by a newer version of Sandi.')
  }
  return { ...file, slot: header.slots[0], backupId: header.backupId }
}

/** Passphrase → key of the slot → data key → content. */
async function open({ header, nonce, ciphertext, slot, backupId }, passphrase) {
  const { kdf } = slot
  const isAcceptable =
    kdf.memoryKib >= 19456 && kdf.memoryKib <= 524288 && kdf.iterations >= 2 && kdf.iterations <= 16
  if (!isAcceptable) throw new Error('The backup is damaged.')
  const slotKey = await argon2id({
    password: Buffer.from(passphrase.normalize('NFKC'), 'utf8'),
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKib,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
  const context = JSON.stringify([
    ...['sandi-vault', 1, backupId, slot.type, slot.id],
    ...[kdf.name, kdf.version, kdf.memoryKib, kdf.iterations, kdf.parallelism, kdf.salt],
  ])
  const dataKey = decrypt(slotKey, slot.nonce, slot.wrappedKey, context)
  if (!dataKey) throw new Error('The passphrase does not open this backup.')
  const content = decrypt(dataKey, nonce, ciphertext, header)
  if (!content) throw new Error('The backup is damaged.')
  return parse(content.toString('utf8'), 'The backup is damaged.')
}

/** AES-256-GCM with the tag at the end; nothing when any of it is not as it was sealed. */
function decrypt(key, nonceText, ciphertextText, authenticated) {
  const sealed = Buffer.from(ciphertextText, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonceText, 'base64'), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(authenticated, 'utf8'))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined // Node says of a tag that does not match no more than that
  }
}

function print({ createdAt, vault }, showsUris) {
  const { accounts } = vault
  if (showsUris) {
    for (const account of accounts) console.log(toUri(account))
    return
  }
  console.log(`${accounts.length} accounts, backed up ${new Date(createdAt).toISOString()}`)
  for (const { type, issuer, account, sites } of accounts) {
    console.log([type, issuer, account, ...sites].join('\t'))
  }
}

function toUri({ type, issuer, account, secret, algorithm, digits, periodSeconds, counter }) {
  const label = [issuer, account].map(encodeURIComponent).join(':')
  const query = [
    `secret=${secret}`,
    `issuer=${encodeURIComponent(issuer)}`,
    `algorithm=${algorithm}`,
    `digits=${digits}`,
    type === 'hotp' ? `counter=${counter}` : `period=${periodSeconds}`,
  ]
  return `otpauth://${type}/${label}?${query.join('&')}`
}

async function readPassphrase(path) {
  if (path !== undefined) return readFileSync(path, 'utf8').replace(/\r?\n$/u, '')
  if (!process.stdin.isTTY) return readFileSync(0, 'utf8').replace(/\r?\n$/u, '')
  return ask('Passphrase of the backup: ')
}

/** Reads a line from the terminal without showing it. */
function ask(question) {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  let typed = ''
  return new Promise((resolve, reject) => {
    stdin.on('data', (text) => {
      for (const character of text) {
        if (character === '\u0003') return leave(() => reject(new Error('Cancelled.')))
        if (character === '\r' || character === '\n') return leave(() => resolve(typed))
        if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('')
        else typed += character
      }
      return undefined
    })
    function leave(settle) {
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      settle()
    }
  })
}

function parse(text, problem) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    throw new Error(problem)
  }
}
