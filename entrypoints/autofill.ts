import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startOtpAutofill } from '../utils/content/startOtpAutofill'
import { takeEntered, takeOver } from '../utils/content/takeOver'

// Put into a frame by the background: when otp.ts found a candidate there, or for a *Fill*.
export default defineUnlistedScript(() => {
  takeOver('watching').abort()
  startOtpAutofill(takeOver('filling').signal, takeEntered())
})
