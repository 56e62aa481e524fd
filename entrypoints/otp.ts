import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startOtpAutofill } from '../utils/content/startOtpAutofill'

// Not a listed content script: it runs only where the user allowed it, and WXT's own content-script
// context announces itself by an event that pages can hear (docs/adr/0004).
export default defineUnlistedScript(() => {
  // The script may be injected again, by the popup or after an update: the newer one takes over.
  const scope = globalThis as { sandiRunning?: AbortController }
  scope.sandiRunning?.abort()
  scope.sandiRunning = new AbortController()
  startOtpAutofill(scope.sandiRunning.signal)
})
