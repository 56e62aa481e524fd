import { createHash } from 'node:crypto'
import type { Bytes } from '@/utils/core/bytes'

/** Random bytes for tests: never the same twice, and the same in every run. */
export function createCountingBytes(seed = 'test'): (length: number) => Bytes {
  let count = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256')
        .update(`${seed}:${String(count++)}`)
        .digest()
      bytes.set(block.subarray(0, length - at), at)
    }
    return bytes
  }
}
