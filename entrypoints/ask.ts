import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { giveHeadStart } from '../utils/platform/headStart'
import { FIRST_QUESTION } from '../utils/protocol/envelope'

// Runs before the popup's own code is loaded, so that the background wakes up and answers meanwhile.
export default defineUnlistedScript(() => {
  giveHeadStart(FIRST_QUESTION)
})
