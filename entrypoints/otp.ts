import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startWatching } from '../utils/content/startWatching'
import { takeOver } from '../utils/content/takeOver'

// Not a listed content script: it runs only where the user allowed it, and WXT's own content-script
// context announces itself by an event that pages can hear (docs/adr/0004). It is the small half, which
// calls for the other one (autofill.ts) when there may be something to fill.
export default defineUnlistedScript(() => {
  startWatching(takeOver('watching'))
})
