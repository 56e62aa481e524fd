import { toAccountView } from '../core/account'
import { listFirst } from '../core/list/listSections'
import { insecureHostOf, siteOfUrl } from '../core/match/site'
import { success } from '../core/result'
import { readBackupHealth } from '../core/vault/backupHealth'
import { changeAccount, moveAccount, trashedAccounts } from '../core/vault/edits'
import type { AppState } from '../protocol/views'
import type { PageHandlers } from '../protocol/router'
import { isWeaker } from '../protocol/settings'
import { createAccountHandlers } from './accountHandlers'
import { createAssistHandlers } from './assistHandlers'
import { createBackupHandlers } from './backupHandlers'
import { behindPassphrase } from './behindPassphrase'
import type { ErrandService } from './errandService'
import type { Services } from './services'
import { createStorageHandlers } from './storageHandlers'
import type { Opened } from './vaultReader'
import { viewResult } from './viewResult'

/** As many rows as the first paint shows, and some more; what is off the view comes behind it. */
const FIRST_ACCOUNTS = 16

/** What popup, options and welcome pages may ask. */
export function createPageHandlers(services: Services): PageHandlers {
  const {
    vault,
    keys,
    list,
    codes,
    scan,
    parts,
    reports,
    drafts,
    imports,
    exports,
    trust,
    fill,
    settings,
    session,
  } = services
  const { assist } = services
  const { now } = services.platform
  return {
    ...createStorageHandlers(services),
    ...createAccountHandlers(services),
    ...createBackupHandlers(services),
    ...createAssistHandlers(services),
    // Opening a view is use of the vault, and so is every edit; a view that only stays open is not.
    'app.load': async ({ isFollowing = false }) => {
      if (isFollowing) return success(await loadApp(services))
      void services.platform.clearHint() // the person is where it pointed
      // A page can bring the popup up; that is no use until something is done there.
      if (!(await services.fill.isPending())) await session.touch()
      return success(await loadApp(services, services.errands))
    },
    'app.noteErrand': async () => {
      await services.errands.forget()
      return success(null)
    },
    'vault.create': (chosen) => keys.create(chosen),
    'vault.confirmRecovery': () => keys.confirmRecovery(),
    'vault.renewRecovery': ({ passphrase }) => keys.renewRecovery(passphrase),
    'vault.recover': ({ recoveryCode, ...next }) => keys.recover(recoveryCode, next),
    'vault.changePassphrase': async (
      { passphrase, next, forgetsOlder, ...judged },
      _page,
      terms,
    ) => {
      const chosen = { passphrase: next, ...judged }
      const changed = await keys.changePassphrase(passphrase, chosen, terms)
      return changed.ok && forgetsOlder ? services.snapshots.forgetOlder() : changed
    },
    'vault.unlock': ({ passphrase }) => keys.unlock(passphrase),
    'vault.lock': async () => {
      await keys.lock()
      return success(null)
    },
    'vault.deadline': async () => success((await session.readDeadline()) ?? null),
    'codes.current': ({ accountIds }) => codes.current(accountIds),
    'codes.advance': ({ accountId }, _page, terms) => codes.advance(accountId, terms),
    'codes.stepBack': async ({ accountId, counter }, _page, terms) =>
      viewResult(await codes.stepBack(accountId, counter, terms)),
    'accounts.list': async () => {
      const accounts = await list.read()
      return accounts.ok ? success(accounts.value.map(toAccountView)) : accounts
    },
    'accounts.scanTab': () => scan.scanTab(),
    'accounts.scanRevealed': ({ frameId, index }) => scan.scanRevealed(frameId, index),
    'accounts.scanChosen': () => scan.scanChosen(),
    'accounts.cancelScan': () => {
      scan.cancel()
      return Promise.resolve(success(null))
    },
    'accounts.readImage': ({ dataUrl }) => scan.readImage(dataUrl),
    'accounts.readText': ({ text }) => scan.readText(text),
    'accounts.readTyped': (typed) => scan.readTyped(typed),
    'accounts.reviewParts': () => reports.reviewParts(),
    'accounts.dropParts': async ({ which }) => {
      await parts.forget(which)
      return success((await reports.readParts()) ?? null)
    },
    'accounts.add': async ({ choices }, _page, terms) => {
      const added = await drafts.add(choices, terms)
      return added.ok ? success(added.value.map(toAccountView)) : added
    },
    'accounts.pin': async ({ accountId, pinned }, _page, terms) =>
      viewResult(
        await vault.update(
          changeAccount(accountId, now(), (it) => ({ ...it, pinned })),
          terms,
        ),
      ),
    'accounts.move': ({ accountId, beside, side }, _page, terms) =>
      vault.update(moveAccount(accountId, { beside, side }), terms),
    'clipboard.copied': async ({ text, seconds }) => {
      await services.clipboard.note(text, services.platform.now() + seconds * 1000)
      return success(null)
    },
    'accounts.noteUse': async ({ accountId }) => {
      await assist.noteCopy(accountId)
      return codes.noteUse(accountId)
    },
    'accounts.setSites': async ({ accountId, sites, hasSeenWarning = false }, _page, terms) => {
      const clean = await trust.checkSites(accountId, sites, hasSeenWarning)
      if (!clean.ok) return clean
      const change = changeAccount(accountId, now(), (it) => ({ ...it, sites: clean.value }))
      return viewResult(await vault.update(change, terms))
    },
    'sites.assess': ({ site }) => trust.assess(site),
    'sites.standing': ({ accountId, site }) => trust.readStanding(accountId, site),
    'import.compare': ({ accounts }) => imports.compare(accounts),
    'import.commit': ({ choices, withSites }, _page, terms) =>
      imports.commit(choices, withSites, terms),
    'import.undo': (_nothing, _page, terms) => imports.undo(terms),
    'form.keep': async (form) => {
      await services.forms.keep(form)
      return success(null)
    },
    'form.read': async (name) => {
      const form = await services.forms.read(name)
      return success(form ? { text: form.text } : {})
    },
    'form.forget': async (name) => {
      await services.forms.forget(name)
      return success(null)
    },
    'export.accounts': behindPassphrase(keys, ({ accountIds, exportAs }) =>
      exports.handOut(accountIds, exportAs),
    ),
    'fill.start': ({ accountId, site, ...how }) => fill.start(accountId, site, how),
    'sites.list': () => services.sites.list(),
    'sites.prefer': ({ site, ...wish }, _page, terms) => services.sites.wish(site, wish, terms),
    'settings.update': async ({ passphrase, ...change }) => {
      const permitted = isWeaker(change, await settings.read())
        ? await keys.permit(passphrase)
        : success(null)
      if (!permitted.ok) return permitted
      const updated = await settings.update(change)
      await session.touch()
      await services.platform.announce('settings.changed')
      return success(updated)
    },
  }
}

/** `errands`: what a popup goes about; a view that only follows has none. */
async function loadApp(services: Services, errands?: ErrandService): Promise<AppState> {
  const { vault, list, scan, throttle, clock, checkup, codes, fill, forms, settings, platform } =
    services
  // All at once: each is a journey to storage or to the browser, and the popup waits for the last.
  const front = platform.findActiveTab()
  const [state, current, tab, correction, unlockWaitUntil, isPictureChosen, ...ofUnlocked] =
    await Promise.all([
      vault.readState(),
      settings.read(),
      front,
      clock.read(),
      throttle.readWaitUntil(),
      scan.isPictureChosen(),
      front.then((it) => fill.readPending(it)),
      forms.read(),
      front.then((it) => errands?.read(it)),
      services.reports.readParts(),
    ])
  const { status, damage, opened } = state
  const [offer, form, errand, parts] = status === 'unlocked' ? ofUnlocked : []
  const all = opened ? list.order(opened.data, current.sort) : []
  const site = siteOfUrl(tab?.url)
  const accounts = listFirst(all, site, FIRST_ACCOUNTS)
  const insecureHost = insecureHostOf(tab?.url)
  const urgentTasks = opened && checkup.countUrgent(opened.data)
  return {
    status,
    settings: current,
    ...(damage ? { damage } : {}),
    ...(unlockWaitUntil > platform.now() ? { unlockWaitUntil } : {}),
    ...(opened ? viewVault(opened) : {}),
    accounts: accounts.map(toAccountView),
    codes: await codes.viewCodes(accounts),
    ...(accounts.length < all.length ? { isPartial: true } : {}),
    ...(tab
      ? {
          tab: {
            tabId: tab.tabId,
            ...(site ? { site } : {}),
            ...(insecureHost ? { insecureHost } : {}),
          },
        }
      : {}),
    ...(offer ? { offer } : {}),
    ...(form ? { form } : {}),
    ...(parts ? { parts } : {}),
    ...(correction ? { correction } : {}),
    ...(urgentTasks === undefined ? {} : { urgentTasks }),
    ...(errand ? { errand } : {}),
    ...(isPictureChosen ? { isPictureChosen } : {}),
  }
}

function viewVault({ header, data }: Opened) {
  return {
    generation: header.generation,
    trashed: trashedAccounts(data).length,
    isRecoveryConfirmed: data.recoveryConfirmedAt !== undefined,
    backup: readBackupHealth(data),
    ...(data.plainExportAt === undefined ? {} : { plainExportAt: data.plainExportAt }),
    ...(data.unreadable?.length ? { unreadable: data.unreadable.length } : {}),
  }
}
