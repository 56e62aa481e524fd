import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import type { Look, ReadSymbols } from './readQrCodes'

const PLAIN: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  textMode: 'Plain',
  maxNumberOfSymbols: 64,
}
const OPTIONS: Readonly<Record<Look, ReaderOptions>> = {
  plain: PLAIN,
  hard: { ...PLAIN, tryRotate: true, tryInvert: true, tryDownscale: true },
  clean: { ...PLAIN, isPure: true, tryHarder: false, maxNumberOfSymbols: 1 },
}

/** zxing-cpp, started from its own bytes. */
export async function createZxingReader(wasm: ArrayBuffer): Promise<ReadSymbols> {
  await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true })
  return async (image, look) => {
    // It looks at data, width and height alone.
    const results = await readBarcodes(image as ImageData, OPTIONS[look])
    return results
      .filter(({ text }) => text !== '')
      .map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
        text,
        corners: [topLeft, topRight, bottomRight, bottomLeft],
      }))
  }
}
