import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { createQrReader } from '../utils/core/qr/createQrReader'
import { readClock } from '../utils/platform/clock'
import { readImage, readOwnFile } from '../utils/platform/images'
import { answerQrJobs } from '../utils/platform/qrWorker'

// Runs as a worker: pictures are opened and read here, where a hang can be ended from outside.
export default defineUnlistedScript(() => {
  const reader = createQrReader({ wasm: readOwnFile('/zxing_reader.wasm'), readImage, readClock })
  answerQrJobs(({ dataUrl }) => reader(dataUrl))
})
