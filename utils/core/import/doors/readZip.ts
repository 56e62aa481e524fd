import {
  Uint8ArrayReader,
  ZipReader,
  configure,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-custom.js'
import { joinBytes, type Bytes } from '../../bytes'
import { failure, success, type Failure, type Result } from '../../result'

export type ZipCode = 'zip-damaged' | 'zip-too-large' | 'password-needed' | 'wrong-password'

/** A zip file's list of contents. Names are for recognising only: nothing is ever written to a path. */
export interface ZipFile {
  readonly names: readonly string[]
  readonly isEncrypted: boolean
  /** The content of the first entry whose name fits. */
  readonly read: (name: RegExp, password?: string) => Promise<Result<Bytes, ZipCode>>
}

const MAX_ENTRIES = 200
const MAX_BYTES = 50 * 1024 * 1024
const MAX_RATIO = 100
/** A short text may shrink a lot, which is no bomb. */
const RATIO_FREE_BYTES = 1024 * 1024

configure({ useWebWorkers: false })

/** Lists a zip file; WinZip's AES and the old ZipCrypto are opened with the password. */
export async function readZip(bytes: Bytes): Promise<Result<ZipFile, ZipCode>> {
  const entries: FileEntry[] = []
  try {
    for await (const entry of new ZipReader(new Uint8ArrayReader(bytes)).getEntriesGenerator()) {
      if (entries.length >= MAX_ENTRIES) return failure('zip-too-large')
      if (!entry.directory) entries.push(entry)
    }
  } catch {
    return failure('zip-damaged') // the library has forty ways to say so
  }
  if (entries.length === 0) return failure('zip-damaged')
  return success({
    names: entries.map(({ filename }) => filename),
    isEncrypted: entries.some(({ encrypted }) => encrypted),
    read: async (name, password) => {
      const entry = entries.find(({ filename }) => name.test(filename))
      return entry ? inflate(entry, password) : failure('zip-damaged')
    },
  })
}

async function inflate(
  entry: FileEntry,
  password: string | undefined,
): Promise<Result<Bytes, ZipCode>> {
  if (entry.encrypted && password === undefined) return failure('password-needed')
  const limit = Math.min(MAX_BYTES, Math.max(RATIO_FREE_BYTES, entry.compressedSize * MAX_RATIO))
  const parts: Bytes[] = []
  let length = 0
  const sink = new WritableStream<Uint8Array>({
    write: (part) => {
      length += part.length
      if (length > limit) throw new Error(TOO_LARGE)
      parts.push(new Uint8Array(part))
    },
  })
  try {
    const options = entry.encrypted && password !== undefined ? { password } : {}
    await entry.getData(sink, { ...options, checkSignature: true })
    return success(joinBytes(...parts))
  } catch (problem) {
    return explain(problem, entry.encrypted)
  }
}

const TOO_LARGE = 'too-large'

function explain(problem: unknown, isEncrypted: boolean): Failure<ZipCode> {
  if (problem instanceof Error && problem.message === TOO_LARGE) return failure('zip-too-large')
  // The old cipher checks one byte of the password: a wrong one in 256 gets past it and ends in rubbish.
  return failure(isEncrypted ? 'wrong-password' : 'zip-damaged')
}
