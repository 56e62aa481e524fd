import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { fromBase64, toBase64 } from '../utils/core/bytes'
import { answerImport, type ImportQuestion } from '../utils/core/import/answerImport'
import { createQrReader } from '../utils/core/qr/createQrReader'
import { failure, success } from '../utils/core/result'
import { readClock } from '../utils/platform/clock'
import { readImageBytes, readOwnFile, shrinkImage } from '../utils/platform/images'
import { answerQuestions } from '../utils/platform/worker'

const ICON_PIXELS = 64

// Runs in a worker of the import page: a hostile or costly file stops the worker and nothing else.
export default defineUnlistedScript(() => {
  let reader: ReturnType<typeof createQrReader> | undefined

  // The decoder is started by the first picture: most files are none.
  const startReader = () =>
    createQrReader({
      wasm: readOwnFile('/zxing_reader.wasm'),
      readImage: (base64, maxPixels) =>
        readImageBytes(fromBase64(base64) ?? new Uint8Array(), maxPixels),
      readClock,
    })

  // The page that asks is of this build.
  answerQuestions((question) =>
    answerImport(question as ImportQuestion, {
      readQrCodes: async (bytes) => {
        reader ??= startReader()
        const reading = await reader(toBase64(bytes))
        if (!reading.ok) {
          const isLarge = reading.code === 'image-too-large'
          return failure(isLarge ? 'image-too-large' : 'image-unreadable', reading.detail)
        }
        const texts = reading.value.codes.map(({ text }) => text)
        return texts.length === 0 ? failure('no-qr') : success(texts)
      },
      shrinkIcon: (dataUrl) => shrinkImage(dataUrl, ICON_PIXELS),
    }),
  )
})
