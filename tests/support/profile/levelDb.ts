import { decompressSnappy, readVarint } from './snappy.ts'

// Chromium's storage.local and IndexedDB lie in LevelDB (google/leveldb, doc/table_format.md and
// doc/log_format.md).

const FOOTER_BYTES = 48
const TABLE_MAGIC = 'db4775248b80fb57'
const LOG_BLOCK_BYTES = 32_768

/** The blocks of a table, decompressed; keys may share their beginnings within one. */
export function readTable(bytes: Buffer): readonly Buffer[] {
  const footer = bytes.subarray(-FOOTER_BYTES)
  // The magic number stands there in little-endian order.
  if (Buffer.from(footer.subarray(-8)).reverse().toString('hex') !== TABLE_MAGIC) return []
  const [, afterOffset] = readVarint(footer, 0)
  const [, afterMeta] = readVarint(footer, afterOffset)
  const index = readBlock(bytes, footer, afterMeta)
  if (!index) return []
  const blocks = readHandles(index).map((handle) => readBlock(bytes, handle, 0))
  return [index, ...blocks.filter((block) => block !== undefined)]
}

function readBlock(bytes: Buffer, handle: Buffer, at: number): Buffer | undefined {
  const [offset, next] = readVarint(handle, at)
  const [size] = readVarint(handle, next)
  if (offset === undefined || size === undefined) return undefined
  const block = bytes.subarray(offset, offset + size)
  return bytes[offset + size] === 1 ? decompressSnappy(block) : block
}

/** The values of an index block: where the data blocks are. */
function readHandles(index: Buffer): readonly Buffer[] {
  const restarts = index.readUInt32LE(index.length - 4)
  const end = index.length - 4 * (restarts + 1)
  const handles: Buffer[] = []
  for (let at = 0; at < end;) {
    const [, afterShared] = readVarint(index, at)
    const [unshared = 0, afterUnshared] = readVarint(index, afterShared)
    const [length = 0, start] = readVarint(index, afterUnshared)
    at = start + unshared + length
    handles.push(index.subarray(start + unshared, at))
  }
  return handles
}

/** A log without the headers that stand between the pieces of a long record. */
export function readLog(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let block = 0; block < bytes.length; block += LOG_BLOCK_BYTES) {
    const end = Math.min(block + LOG_BLOCK_BYTES, bytes.length)
    for (let at = block; at + 7 <= end;) {
      const length = bytes.readUInt16LE(at + 4)
      pieces.push(bytes.subarray(at + 7, Math.min(at + 7 + length, end)))
      at += 7 + length
    }
  }
  return Buffer.concat(pieces)
}
