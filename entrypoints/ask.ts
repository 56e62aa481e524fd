import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { giveHeadStart } from '../utils/platform/headStart'
import { FIRST_QUESTION } from '../utils/protocol/envelope'
import { recallLanguage } from '../utils/ui/i18n/recallLanguage'

// Runs before the popup's own code is loaded, so that the background wakes up and answers meanwhile, and
// the language, which that code would ask for last of all, is on its way too.
export default defineUnlistedScript(() => {
  giveHeadStart(FIRST_QUESTION)
  const language = recallLanguage()
  if (language === undefined) return
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = `/languages/${language}.js`
  document.head.append(link)
})
