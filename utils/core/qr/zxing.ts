import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import type { ReadSymbols } from './readQrCodes'

const PAGE: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  textMode: 'Plain',
  maxNumberOfSymbols: 64,
}
const CLEAN: ReaderOptions = {
  formats: ['QRCode'],
  isPure: true,
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  textMode: 'Plain',
  maxNumberOfSymbols: 1,
}

/** zxing-cpp, started from its own bytes. */
export async function createZxingReader(wasm: ArrayBuffer): Promise<ReadSymbols> {
  await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true })
  return async (image, isClean = false) => {
    // It looks at data, width and height alone.
    const results = await readBarcodes(image as ImageData, isClean ? CLEAN : PAGE)
    return results
      .filter(({ text }) => text !== '')
      .map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
        text,
        corners: [topLeft, topRight, bottomRight, bottomLeft],
      }))
  }
}
