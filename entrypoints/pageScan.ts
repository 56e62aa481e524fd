import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { findCodesInPage } from '../utils/content/findCodesInPage'

// Runs in the frames of a page when the person presses Scan; what it returns is the injection's result.
// eslint-disable-next-line @typescript-eslint/no-misused-promises -- WXT hands the promise on to the injection, which waits for it
export default defineUnlistedScript(() => findCodesInPage())
