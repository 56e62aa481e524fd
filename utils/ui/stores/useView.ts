import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { hasPanel, openOwnWindow, openPanel } from '../../platform/panel'
import { openPage } from '../../platform/tabs'
import { closeMomentary, isStanding, WINDOW_HASH } from '../standing'

export type View = 'list' | 'add' | 'typed' | 'review' | 'trash' | 'assist' | AccountPart
/** The views of one account. */
export type AccountPart = 'edit' | 'share' | 'codes'
/** How the list stood when another view took its place. */
export interface ListPlace {
  readonly search: string
  readonly tags: ReadonlySet<string>
  /** All accounts of the site were on the page, however many. */
  readonly isSiteWhole: boolean
  /** How many rows were on the page, and how far they were scrolled. */
  readonly rows: number
  readonly scrolled: number
  /** Whose row had the focus, and where in the view it stood. */
  readonly accountId: string | undefined
  readonly rowTop: number | undefined
}
/** What the add view does by itself when it opens. */
export type AddStart = 'scan' | 'paste' | 'picture'

const PARENTS: Readonly<Record<View, View | undefined>> = {
  list: undefined,
  add: 'list',
  typed: 'add',
  review: 'add',
  trash: 'list',
  edit: 'list',
  share: 'list',
  codes: 'list',
  assist: 'list',
}
const HIGHLIGHT_MS = 4000
/** The address of the popup's own page, opened in a tab to add accounts. */
export const ADD_HASH = '#add'
/** The same to go on with a form, where the popup would close over a file dialog. */
export const FORM_HASH = '#form'

/** Which view of the unlocked vault stands in the popup. */
export const useView = defineStore('view', () => {
  const view = shallowRef<View>(location.hash === ADD_HASH ? 'add' : 'list')
  const addStart = shallowRef<AddStart>()
  const typedKey = shallowRef<string>()
  let origin: View | undefined
  let place: ListPlace | undefined
  const accountId = shallowRef<string>()
  const isToCopy = shallowRef(false)
  const enrolledId = shallowRef<string>()
  const assistedId = shallowRef<string>()
  const assistUsesNetwork = shallowRef(false)
  const addedIds = shallowRef<ReadonlySet<string>>(new Set())

  function show(next: View): void {
    if (next === 'list') place = undefined
    go(next)
  }

  function go(next: View): void {
    addStart.value = undefined
    typedKey.value = undefined
    origin = undefined
    view.value = next
  }

  /** From the edit of an account one comes back to it. */
  function open(part: AccountPart, id: string): void {
    origin = view.value === 'edit' ? 'edit' : undefined
    view.value = part
    accountId.value = id
  }

  /** The list copies the code of this site by itself, where it is clear which. */
  function startCopying(): void {
    show('list')
    isToCopy.value = true
  }

  function noteCopying(): void {
    isToCopy.value = false
  }

  function startAdding(start: AddStart): void {
    show('add')
    addStart.value = start
  }

  /** A key that stood where a link belongs. */
  function typeIn(key: string): void {
    show('typed')
    typedKey.value = key
  }

  /** What belongs to setting up: the code that confirms it, the service's own codes, a backup. */
  function accompany(accountId: string | undefined): void {
    enrolledId.value = accountId
  }

  /**
   * Why was a code rejected: that of an account, or whichever it was. Where a page may have asked, the
   * network waits for a click.
   */
  function openAssist(accountId?: string, usesNetwork = true): void {
    assistedId.value = accountId
    assistUsesNetwork.value = usesNetwork
    show('assist')
  }

  /** The list gives way; one comes back to it as it is, unless by another way than back. */
  function leaveList(at: ListPlace): void {
    if (view.value !== 'list') place = at
  }

  function takePlace(): ListPlace | undefined {
    const taken = place
    place = undefined
    return taken
  }

  /** One step back; false on the list, which has none. */
  function back(): boolean {
    const parent = origin ?? PARENTS[view.value]
    if (parent) go(parent)
    return parent !== undefined
  }

  /** Back to the list, which points out for a while what is new in it. */
  function showAdded(accountIds: readonly string[]): void {
    addedIds.value = new Set(accountIds)
    setTimeout(() => {
      addedIds.value = new Set()
    }, HIGHLIGHT_MS)
    show('list')
  }

  const openWindow = () => openOwnWindow(`/popup.html${WINDOW_HASH}`).then(closeMomentary)
  const openBeside = () => openPanel().then(closeMomentary)
  const openSettings = () => leaveFor('/options.html')
  const openRescue = () => leaveFor('/options.html#rescue')
  const openCheckup = () => leaveFor('/options.html#checkup')
  const openBackup = () => leaveFor('/options.html#backup')
  const openRestore = () => leaveFor('/welcome.html#restore')
  const openImport = () => leaveFor('/options.html#import')
  const openCamera = () => leaveFor('/options.html#camera')
  const openSnapshots = () => leaveFor('/options.html#snapshots')
  const openFormTab = () => leaveFor(`/popup.html${FORM_HASH}`)
  const openAddTab = () => leaveFor(`/popup.html${ADD_HASH}`)
  const openWelcome = () => leaveFor('/welcome.html')

  return {
    view: computed(() => view.value),
    /** Whose view stands in the popup, where it is that of one account. */
    accountId: computed(() => accountId.value),
    addStart: computed(() => addStart.value),
    addedIds: computed(() => addedIds.value),
    show,
    open,
    startAdding,
    isToCopy: computed(() => isToCopy.value),
    startCopying,
    noteCopying,
    /** What the form for typing starts with. */
    typedKey: computed(() => typedKey.value),
    typeIn,
    /** The account that the assistant was asked about. */
    assistedId: computed(() => assistedId.value),
    /** Its opening was a click in an own page, so it may ask the site at once. */
    assistUsesNetwork: computed(() => assistUsesNetwork.value),
    openAssist,
    /** An account that was just scanned, until what belongs to it is done or put away. */
    enrolledId: computed(() => enrolledId.value),
    accompany,
    leaveList,
    takePlace,
    back,
    showAdded,
    isStanding: isStanding(),
    hasPanel: hasPanel(),
    openWindow,
    openBeside,
    openSettings,
    openRescue,
    openCheckup,
    openBackup,
    openRestore,
    openImport,
    openCamera,
    openSnapshots,
    openFormTab,
    openAddTab,
    openWelcome,
  }
})

async function leaveFor(page: string): Promise<void> {
  await openPage(page)
  closeMomentary()
}
