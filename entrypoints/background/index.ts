import { defineBackground } from 'wxt/utils/define-background'
import { CLIPBOARD_ALARM } from '@/utils/background/clipboardService'
import {
  createFrameHandlers,
  createGuestHandlers,
  createMenuHandlers,
} from '@/utils/background/frameHandlers'
import { createPageHandlers } from '@/utils/background/pageHandlers'
import { createServices } from '@/utils/background/services'
import { onAlarm, onEveryMinute } from '@/utils/platform/alarms'
import { onCommand } from '@/utils/platform/commands'
import { onSiteAccessChange, registerContentScript } from '@/utils/platform/contentScript'
import {
  addMenuEntries,
  onAssistEntry,
  onFieldEntry,
  onScanImage,
} from '@/utils/platform/contextMenu'
import { onScreenChange } from '@/utils/platform/idle'
import { withLock } from '@/utils/platform/locks'
import {
  answerRuntimeMessages,
  onInstall,
  onStart,
  onUpdate,
  readSelf,
} from '@/utils/platform/runtime'
import { closeStorageToContentScripts } from '@/utils/platform/storage'
import { openPage, openPopup } from '@/utils/platform/tabs'
import { createRouter } from '@/utils/protocol/router'

export default defineBackground({
  // Every listener is registered before anything is awaited, or the event that woke us is lost.
  main() {
    const services = createServices()
    const tables = {
      page: createPageHandlers(services),
      menu: createMenuHandlers(services),
      frame: createFrameHandlers(services),
      guest: createGuestHandlers(services),
    }
    answerRuntimeMessages(createRouter(tables, readSelf(), reportError))
    onInstall(() => void openPage('/welcome.html'))
    onUpdate(() => void services.vault.takeSnapshot('update'))
    onStart(addMenuEntries)
    onFieldEntry((entry) => void services.marks.choose(entry))
    onAssistEntry((tabId) => {
      // Both at once, as below.
      void services.errands.give(tabId, { to: 'assist' })
      void openPopup(tabId)
    })
    onScanImage((picture) => {
      // Both at once: the popup opens only within the click, and asks for the picture when it is there.
      void services.scan.choosePicture(picture)
      void openPopup()
    })
    const register = () => withLock('content script', registerContentScript)
    onStart(() => {
      void register()
      void services.keys.showLockState()
    })
    onSiteAccessChange(() => void register())
    onCommand('lock', () => void services.keys.lock())
    onCommand('fill-code', () => void services.marks.fillByKey())
    for (const [name, to] of [
      ['copy-code', 'copy'],
      ['scan-page', 'scan'],
    ] as const) {
      onCommand(name, (tabId) => {
        void services.errands.give(tabId, { to })
        void openPopup(tabId)
      })
    }
    // Whoever is back may find a deadline passed that no alarm told of while the computer slept.
    onScreenChange((state) => {
      void (state === 'locked' ? services.keys.lockWithScreen() : services.vault.lockWhenExpired())
    })
    onEveryMinute('auto-lock', () => {
      void services.vault.lockWhenExpired()
      void services.drafts.prune()
      void services.parts.prune()
    })
    onAlarm(CLIPBOARD_ALARM, () => void services.clipboard.clearWhenDue())
    void closeStorageToContentScripts()
  },
})
