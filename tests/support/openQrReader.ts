import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createQrReader } from '@/utils/core/qr/createQrReader'
import { createZxingReader } from '@/utils/core/qr/zxing'

const WASM = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

type ReadImage = Parameters<typeof createQrReader>[0]['readImage']

/** The reader as it works in its worker; only where its pictures come from is the test's. */
export function openQrReader(readImage: ReadImage) {
  return createQrReader({ wasm: readWasm(), readImage, readClock: () => 0 })
}

export async function openZxing() {
  return createZxingReader(await readWasm())
}

async function readWasm(): Promise<ArrayBuffer> {
  const bytes = await readFile(WASM)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}
