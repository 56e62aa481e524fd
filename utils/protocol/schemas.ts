import * as v from 'valibot'
import { MAX_URI_CHARACTERS } from '../core/otpauth/parseOtpauthUri'
import { MAX_NAME_CODE_POINTS } from '../core/otpauth/cleanText'
import { MAX_BACKUP_CHARACTERS } from '../core/vault/backupLimits'
import { PAGE_KINDS } from '../core/detect/pageKinds'
import { ALGORITHMS, OTP_TYPES } from '../core/account'
import { EXPORT_IDS } from '../core/export/exportFormats'
import {
  MAX_ICON_CHARACTERS,
  MAX_NOTE_CHARACTERS,
  MAX_TAGS,
  MAX_TYPED_TAGS,
} from '../core/import/cleanExtras'
import {
  MAX_PASTED_CODES,
  MAX_SERVICE_CODE_CHARACTERS,
  MAX_SERVICE_CODES,
} from '../core/vault/serviceCodes'
import { REASONS } from '../core/checkup/dismissal'
import { TASKS } from '../core/checkup/findTasks'
import type { FrameRequests, GuestRequests, MenuRequests, PageRequests } from './requests'
import { settingsChange } from './settings'

const MAX_PASSPHRASE_CHARACTERS = 4096
const MAX_PASTE_CHARACTERS = 8_000_000
const MAX_IMAGE_CHARACTERS = 60_000_000
const MAX_BATCH = 20_000
const MAX_SITES = 64
const MAX_FORM_CHARACTERS = 200_000

const nothing = v.strictObject({})
const moment = v.pipe(v.number(), v.integer())
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const longId = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const name = v.pipe(v.string(), v.maxLength(MAX_NAME_CODE_POINTS * 2))
const short = v.pipe(v.string(), v.maxLength(MAX_URI_CHARACTERS))
const passphrase = v.pipe(v.string(), v.maxLength(MAX_PASSPHRASE_CHARACTERS))
const site = v.pipe(v.string(), v.maxLength(300))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const account = v.strictObject({ accountId: id })
const accountIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(MAX_BATCH))
const filledName = v.pipe(name, v.minLength(1))
const typedCode = v.pipe(v.string(), v.maxLength(40))
const way = v.exactOptional(v.picklist(['replace', 'append']))
const yes = v.exactOptional(v.literal(true))
const sealedBackup = {
  text: v.pipe(v.string(), v.maxLength(MAX_BACKUP_CHARACTERS)),
  passphrase,
}

const formName = { view: v.picklist(['edit', 'typed']), accountId: v.exactOptional(id) }
const note = v.pipe(v.string(), v.maxLength(MAX_NOTE_CHARACTERS))
const tags = v.pipe(v.array(name), v.maxLength(MAX_TAGS))
const icon = v.pipe(v.string(), v.maxLength(MAX_ICON_CHARACTERS), v.startsWith('data:image/'))
const sites = v.pipe(v.array(site), v.maxLength(MAX_SITES))

const serviceCode = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SERVICE_CODE_CHARACTERS))
const serviceCodes = (max: number) => v.pipe(v.array(serviceCode), v.minLength(1), v.maxLength(max))

const imported = v.strictObject({
  type: v.picklist(OTP_TYPES),
  secret: short,
  algorithm: v.picklist(ALGORITHMS),
  digits: v.pipe(v.number(), v.integer()),
  periodSeconds: v.pipe(v.number(), v.integer()),
  counter: v.pipe(v.number(), v.safeInteger()),
  issuer: name,
  account: name,
  note: v.exactOptional(note),
  tags: v.exactOptional(tags),
  icon: v.exactOptional(icon),
  pinned: v.boolean(),
  sites,
})

const changes = v.strictObject({
  issuer: v.exactOptional(name),
  account: v.exactOptional(name),
  note: v.exactOptional(note),
  tags: v.exactOptional(v.pipe(v.array(name), v.maxLength(MAX_TYPED_TAGS))),
  icon: v.exactOptional(v.union([v.literal(''), icon])),
  pinned: v.exactOptional(v.boolean()),
  sites: v.exactOptional(sites),
  parameters: v.exactOptional(
    v.strictObject({
      type: short,
      secret: v.exactOptional(short),
      algorithm: short,
      digits: short,
      period: short,
      counter: short,
    }),
  ),
})
const change = v.pipe(
  changes,
  v.check((it) => Object.keys(it).length > 0),
)

type SchemasOf<Requests> = {
  readonly [Name in keyof Requests]: v.GenericSchema<unknown, PayloadOf<Requests[Name]>>
}
type PayloadOf<T> = T extends { readonly payload: infer Payload } ? Payload : never

export const pageSchemas: SchemasOf<PageRequests> = {
  'app.load': v.strictObject({ isFollowing: v.exactOptional(v.boolean()) }),
  'app.noteErrand': nothing,
  'vault.create': v.strictObject({ passphrase, isWeak: yes }),
  'vault.confirmRecovery': nothing,
  'vault.renewRecovery': v.strictObject({ passphrase }),
  'vault.recover': v.strictObject({ recoveryCode: short, passphrase, isWeak: yes }),
  'vault.changePassphrase': v.strictObject({
    ...{ passphrase, next: passphrase, isWeak: yes },
    forgetsOlder: yes,
  }),
  'vault.unlock': v.strictObject({ passphrase }),
  'vault.lock': nothing,
  'vault.deadline': nothing,
  'backup.create': v.strictObject({ passphrase, own: v.exactOptional(passphrase) }),
  'backup.inspect': v.strictObject(sealedBackup),
  'backup.restore': v.strictObject({
    ...sealedBackup,
    mode: v.picklist(['merge', 'replace']),
    takesDifferent: v.boolean(),
  }),
  'backup.begin': v.strictObject({ ...sealedBackup, next: passphrase, isWeak: yes }),
  'codes.current': v.strictObject({ accountIds: v.pipe(v.array(id), v.maxLength(MAX_BATCH)) }),
  'codes.advance': account,
  'codes.stepBack': v.strictObject({ accountId: id, counter: whole }),
  'accounts.list': nothing,
  'accounts.scanTab': nothing,
  'accounts.scanRevealed': v.strictObject({ frameId: whole, index: whole }),
  'accounts.scanChosen': nothing,
  'accounts.cancelScan': nothing,
  'accounts.readImage': v.strictObject({
    dataUrl: v.pipe(v.string(), v.maxLength(MAX_IMAGE_CHARACTERS), v.startsWith('data:image/')),
  }),
  'accounts.readText': v.strictObject({
    text: v.pipe(v.string(), v.maxLength(MAX_PASTE_CHARACTERS)),
  }),
  'accounts.readTyped': v.strictObject({
    issuer: name,
    account: name,
    type: short,
    secret: short,
    algorithm: short,
    digits: short,
    period: short,
    counter: short,
  }),
  'accounts.reviewParts': nothing,
  'accounts.dropParts': v.strictObject({ which: v.picklist(['whole', 'all']) }),
  'accounts.add': v.strictObject({
    choices: v.pipe(
      v.array(
        v.strictObject({ draftId: id, issuer: name, account: name, site: v.exactOptional(site) }),
      ),
      v.minLength(1),
      v.maxLength(MAX_BATCH),
    ),
  }),
  'accounts.delete': v.strictObject({ accountIds }),
  'accounts.restore': v.strictObject({ accountIds }),
  'accounts.tagMany': v.strictObject({ accountIds, tag: filledName, isOn: v.boolean() }),
  'tags.rename': v.strictObject({ tag: filledName, next: name }),
  'accounts.pin': v.strictObject({ accountId: id, pinned: v.boolean() }),
  'accounts.move': v.strictObject({
    accountId: id,
    beside: id,
    side: v.picklist(['before', 'after']),
  }),
  'accounts.noteUse': account,
  'clipboard.copied': v.strictObject({ text: short, seconds: v.pipe(whole, v.maxValue(86_400)) }),
  'accounts.setSites': v.strictObject({
    accountId: id,
    sites,
    hasSeenWarning: v.exactOptional(v.boolean()),
  }),
  'accounts.edit': v.strictObject({
    accountId: id,
    change,
    hasSeenWarning: v.exactOptional(v.boolean()),
  }),
  'accounts.swapKey': account,
  'accounts.reveal': v.strictObject({ accountId: id, passphrase }),
  'serviceCodes.list': v.strictObject({ accountId: id, passphrase }),
  'serviceCodes.add': v.strictObject({ accountId: id, codes: serviceCodes(MAX_PASTED_CODES) }),
  'serviceCodes.mark': v.strictObject({ accountId: id, code: serviceCode, isUsed: v.boolean() }),
  'serviceCodes.remove': v.strictObject({ accountId: id, codes: serviceCodes(MAX_SERVICE_CODES) }),
  'trash.list': nothing,
  'trash.delete': v.strictObject({ accountIds: v.pipe(v.array(id), v.maxLength(MAX_BATCH)) }),
  'unreadable.read': v.strictObject({ passphrase }),
  'unreadable.remove': nothing,
  'snapshots.list': nothing,
  'snapshots.preview': v.strictObject({ snapshotId: id }),
  'snapshots.restore': v.strictObject({ snapshotId: id }),
  'snapshots.remove': v.strictObject({ snapshotIds: v.pipe(v.array(id), v.maxLength(MAX_BATCH)) }),
  'snapshots.revive': v.strictObject({ snapshotId: id, passphrase }),
  'snapshots.recover': v.strictObject({ older: passphrase, passphrase, isWeak: yes }),
  'aside.list': nothing,
  'aside.read': v.strictObject({ asideId: longId }),
  'aside.remove': v.strictObject({ asideId: longId }),
  'vault.startOver': nothing,
  'sites.assess': v.strictObject({ site }),
  'sites.standing': v.strictObject({ accountId: id, site }),
  'import.compare': v.strictObject({
    accounts: v.pipe(v.array(imported), v.minLength(1), v.maxLength(MAX_BATCH)),
  }),
  'import.commit': v.strictObject({
    choices: v.pipe(
      v.array(v.strictObject({ account: imported, replaces: v.exactOptional(id) })),
      v.minLength(1),
      v.maxLength(MAX_BATCH),
    ),
    withSites: v.boolean(),
  }),
  'import.undo': nothing,
  'form.keep': v.strictObject({
    ...formName,
    text: v.pipe(v.string(), v.maxLength(MAX_FORM_CHARACTERS)),
  }),
  'form.read': v.strictObject(formName),
  'form.forget': v.strictObject(formName),
  'export.accounts': v.strictObject({
    passphrase,
    accountIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(MAX_BATCH)),
    exportAs: v.picklist(EXPORT_IDS),
  }),
  'assist.check': v.strictObject({ accountId: v.exactOptional(id) }),
  'assist.measure': v.strictObject({ accountId: v.exactOptional(id) }),
  'assist.correctClock': nothing,
  'assist.removeCorrection': nothing,
  'assist.solve': v.strictObject({ accountId: id, code: typedCode }),
  'assist.adopt': v.strictObject({ accountId: id, code: typedCode }),
  'assist.resync': v.strictObject({ accountId: id, first: typedCode, second: typedCode }),
  'fill.start': v.strictObject({
    accountId: id,
    site,
    frameSite: v.exactOptional(site),
    way,
    isSure: yes,
  }),
  'sites.list': nothing,
  'sites.prefer': v.strictObject({
    site,
    isHidden: v.exactOptional(v.boolean()),
    submits: v.exactOptional(v.boolean()),
    forgetsFields: yes,
    replacesFor: v.exactOptional(id),
  }),
  'checkup.read': nothing,
  'checkup.dismiss': v.strictObject({
    task: v.picklist(TASKS),
    reason: v.exactOptional(v.picklist(REASONS)),
  }),
  'settings.update': v.strictObject({
    ...settingsChange,
    passphrase: v.exactOptional(passphrase),
  }),
}

export const menuSchemas: SchemasOf<MenuRequests> = {
  'menu.load': v.strictObject({ pairing: id }),
  'menu.pick': v.strictObject({ accountId: id, clickedAt: moment, way }),
  'menu.leave': v.strictObject({ accountId: v.exactOptional(id) }),
  'menu.dismiss': nothing,
  'menu.hide': v.strictObject({ clickedAt: moment }),
  'menu.settings': nothing,
  'menu.reject': nothing,
}

export const frameSchemas: SchemasOf<FrameRequests> = {
  'fill.wake': nothing,
  'fill.hints': nothing,
  'fill.offer': v.strictObject({ kind: v.exactOptional(v.picklist(PAGE_KINDS)), isAsked: yes }),
  'fill.code': v.strictObject({ ticket: id }),
  'fill.leave': nothing,
  'fill.reject': nothing,
}

export const guestSchemas: SchemasOf<GuestRequests> = {
  'fill.code': frameSchemas['fill.code'],
}
