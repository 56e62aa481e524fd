import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { answerImport, type ImportQuestion } from '../utils/core/import/answerImport'
import { MAX_PIXELS, decodeQrCodes } from '../utils/core/qr/decodeQrCodes'
import { failure, success } from '../utils/core/result'
import { answerQuestions } from '../utils/platform/worker'
import { readImageBytes } from '../utils/platform/images'

// Runs in a worker of the import page: a hostile or costly file stops the worker and nothing else.
export default defineUnlistedScript(() => {
  // The page that asks is of this build.
  answerQuestions((question) =>
    answerImport(question as ImportQuestion, async (bytes) => {
      const image = await readImageBytes(bytes, MAX_PIXELS)
      if (!image.ok) return image
      const texts = decodeQrCodes(image.value).map(({ text }) => text)
      return texts.length === 0 ? failure('no-qr') : success(texts)
    }),
  )
})
