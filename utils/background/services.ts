import { DEFAULT_COST, type Argon2Cost } from '../core/crypto/argon2'
import { createMeasure, type MeasureCost } from '../core/crypto/calibrateCost'
import { setAlarm } from '../platform/alarms'
import { announce } from '../platform/announcements'
import { clearClipboardOf, hasClipboardAccess } from '../platform/clipboard'
import { after, readClock, readStopwatch, sleep } from '../platform/clock'
import { hasAccessTo, hasSiteAccess, injectAutofill } from '../platform/contentScript'
import { openDatabase } from '../platform/database'
import { randomBytes, randomId } from '../platform/entropy'
import { withLock } from '../platform/locks'
import { readPictureOf, revealPicture, scanFrames } from '../platform/pageScan'
import { readPageTexts } from '../platform/pageText'
import { readQr } from '../platform/qrHost'
import { askServerTime } from '../platform/serverTime'
import { storageArea } from '../platform/storage'
import {
  captureVisibleTab,
  clearHint,
  findActiveTab,
  findTab,
  openPage,
  openPopup,
  sendToFrame,
} from '../platform/tabs'
import { showLockState } from '../platform/toolbar'
import { lockLimits } from '../protocol/settings'
import { createApprovals } from './approvals'
import { createAsideStore } from './asideStore'
import { ASSIST_KEY, createAssistMemory } from './assistMemory'
import { createAssistService } from './assistService'
import { createBackupService } from './backupService'
import { createCompareService } from './compareService'
import { createCheckupService } from './checkupService'
import { createClipboardService } from './clipboardService'
import { createClockService } from './clockService'
import { createCodeFrames } from './codeFrames'
import { createCodeService } from './codeService'
import { createDraftService, DRAFTS_KEY } from './draftService'
import { createKeyService } from './keyService'
import { createFormService, FORM_KEY } from './formService'
import { createErrandService, ERRAND_KEY } from './errandService'
import { createExportService } from './exportService'
import { createFillService } from './fillService'
import { createFillStore } from './fillStore'
import { createListService } from './listService'
import { createImportService, IMPORT_UNDO_KEY } from './importService'
import { createMarkService } from './markService'
import { createMenuService } from './menuService'
import { createOfferService } from './offerService'
import { createPartsService, PARTS_KEY } from './partsService'
import { createReportService } from './reportService'
import { createScanService } from './scanService'
import { createSession } from './session'
import { createSettingsService } from './settingsService'
import { createSnapshotService } from './snapshotService'
import { createSnapshotStore } from './snapshotStore'
import { createSiteService } from './siteService'
import { createTrustService } from './trustService'
import { createUnlockThrottle } from './unlockThrottle'
import { createVaultService } from './vaultService'
import { createVaultStore } from './vaultStore'

/** What the services get from the browser; the tests replace single entries, never a service. */
export const PLATFORM = {
  now: readClock,
  sleep,
  after,
  randomBytes,
  withLock,
  randomId,
  local: storageArea('local'),
  memory: storageArea('session'),
  database: openDatabase('vault'),
  announce,
  findActiveTab,
  findTab,
  captureVisibleTab,
  readQr,
  scanFrames,
  revealPicture,
  readPictureOf,
  askServerTime,
  readPageTexts,
  hasSiteAccess: hasAccessTo,
  hasWideAccess: hasSiteAccess,
  injectAutofill,
  sendToFrame,
  openPage,
  openPopup,
  clearHint,
  showLockState,
  hasClipboardAccess,
  clearClipboardOf,
  setAlarm,
}

export type Platform = typeof PLATFORM

/** The one wiring of all services. */
export function createServices(
  platform: Platform = PLATFORM,
  cost: Argon2Cost = DEFAULT_COST,
  measure: MeasureCost = createMeasure(readStopwatch),
) {
  const { now, randomId, local, memory } = platform
  const settings = createSettingsService(local)
  const isLocked = async () => (await vault.readStatus()) !== 'unlocked'
  const clipboard = createClipboardService({ ...platform, area: memory, isLocked })
  const session = createSession({
    area: memory,
    now,
    readLimits: async () => lockLimits(await settings.read()),
    endsWith: [DRAFTS_KEY, PARTS_KEY, FORM_KEY, IMPORT_UNDO_KEY, ASSIST_KEY, ERRAND_KEY],
    onChange: (isOpen) => {
      void platform.showLockState(!isOpen)
      if (isOpen) return
      void offers.closeMenus()
      void clipboard.clear()
    },
  })
  const { database } = platform
  const aside = createAsideStore({ database, now })
  const copies = createSnapshotStore({ database, aside, now })
  const vault = createVaultService({
    store: createVaultStore({ area: local, database, aside }),
    snapshots: copies,
    session,
    now,
    randomBytes: platform.randomBytes,
    withLock: platform.withLock,
    announce: platform.announce,
  })
  const throttle = createUnlockThrottle(local, now)
  const keys = createKeyService({
    vault,
    throttle,
    randomBytes: platform.randomBytes,
    cost,
    measure,
    now,
    locksWithScreen: async () => (await settings.read()).locksWithScreen,
    showInToolbar: platform.showLockState,
  })
  const backups = createBackupService({ ...platform, vault, copies, keys, settings, cost })
  const list = createListService(vault, settings)
  const snapshots = createSnapshotService({ copies, vault, keys, now })
  const clock = createClockService({ area: local, now })
  const { readOffsetMs } = clock
  const codes = createCodeService({ vault, now, readOffsetMs, sleep: platform.sleep })
  const trust = createTrustService({ vault })
  const assistMemory = createAssistMemory({ area: memory, clock, now })
  const drafts = createDraftService({ area: memory, vault, trust, now, randomId, readOffsetMs })
  const forms = createFormService({ area: memory, vault, now })
  const parts = createPartsService({ area: memory, vault, now })
  const reports = createReportService({ drafts, parts })
  const scan = createScanService({ ...platform, area: memory, drafts, reports })
  const imports = createImportService({ area: memory, vault, trust, now, randomId })
  const exports = createExportService({ vault, list, now })
  const checkup = createCheckupService({ ...platform, vault, settings, clock })
  const compare = createCompareService({ vault, clock, now })
  const { noteUse } = assistMemory
  const errands = createErrandService({ area: memory, now })
  const sites = createSiteService({ vault })
  const frames = createCodeFrames(platform)
  const store = createFillStore({ area: memory, now })
  const approvals = createApprovals({ ...platform, store, vault, codes, sites, noteUse })
  const fill = createFillService({ ...platform, store, approvals, frames, errands })
  const offering = { ...platform, store, approvals, fill, vault, settings, sites }
  const offers = createOfferService(offering)
  const menus = createMenuService(offering)
  const assist = createAssistService({
    ...platform,
    vault,
    trust,
    clock,
    memory: assistMemory,
    readKind: frames.readKind,
  })
  return {
    platform,
    settings,
    session,
    vault,
    copies,
    snapshots,
    aside,
    clipboard,
    throttle,
    keys,
    backups,
    list,
    clock,
    codes,
    assist,
    errands,
    compare,
    checkup,
    drafts,
    forms,
    imports,
    exports,
    parts,
    reports,
    scan,
    trust,
    sites,
    approvals,
    fill,
    offers,
    menus,
    marks: createMarkService({ ...platform, vault, sites, fill, approvals, frames }),
  }
}

export type Services = ReturnType<typeof createServices>
