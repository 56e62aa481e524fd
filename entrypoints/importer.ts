import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { fromBase64, toBase64 } from '../utils/core/bytes'
import { writeExport, type ExportQuestion } from '../utils/core/export/writeExport'
import { answerImport, type ImportQuestion } from '../utils/core/import/answerImport'
import { createQrReader } from '../utils/core/qr/createQrReader'
import type { Pixels } from '../utils/core/qr/qrReading'
import { failure, success } from '../utils/core/result'
import { readClock } from '../utils/platform/clock'
import { randomBytes, randomId } from '../utils/platform/entropy'
import { readImageBytes, readOwnFile, shrinkImage } from '../utils/platform/images'
import { answerQuestions } from '../utils/platform/worker'

const ICON_PIXELS = 64

// Runs in a worker of the options page: a hostile or costly file stops the worker and nothing else. Exports
// are written here too, because each is read back by the importer before anyone gets it.
export default defineUnlistedScript(() => {
  let reader: ReturnType<typeof createQrReader<string | Pixels>> | undefined

  // The decoder is started by the first picture: most files are none.
  const startReader = () =>
    createQrReader<string | Pixels>({
      wasm: readOwnFile('/zxing_reader.wasm'),
      readImage: (image, maxPixels) =>
        typeof image === 'string'
          ? readImageBytes(fromBase64(image) ?? new Uint8Array(), maxPixels)
          : Promise.resolve(success(image)),
      readClock,
    })

  async function readTexts(image: string | Pixels) {
    reader ??= startReader()
    const reading = await reader(image)
    return reading.ok ? success(reading.value.codes.map(({ text }) => text)) : reading
  }

  const exportTools = {
    randomBytes,
    randomId,
    now: readClock(),
    readQr: async (pixels: Pixels) => {
      const texts = await readTexts(pixels)
      return texts.ok ? texts.value : []
    },
  }

  const importTools = {
    readQrCodes: async (bytes: Uint8Array<ArrayBuffer>) => {
      const texts = await readTexts(toBase64(bytes))
      if (!texts.ok) {
        const isLarge = texts.code === 'image-too-large'
        return failure(isLarge ? 'image-too-large' : 'image-unreadable', texts.detail)
      }
      return texts.value.length === 0 ? failure('no-qr') : texts
    },
    shrinkIcon: (dataUrl: string) => shrinkImage(dataUrl, ICON_PIXELS),
  }

  // The page that asks is of this build.
  answerQuestions((question) =>
    isExport(question)
      ? writeExport(question, exportTools)
      : answerImport(question as ImportQuestion, importTools),
  )
})

function isExport(question: unknown): question is ExportQuestion {
  return typeof question === 'object' && question !== null && 'exportAs' in question
}
