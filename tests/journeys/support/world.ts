import { fakeBrowser } from 'wxt/testing/fake-browser'
import {
  createFrameHandlers,
  createGuestHandlers,
  createMenuHandlers,
} from '@/utils/background/frameHandlers'
import { createPageHandlers } from '@/utils/background/pageHandlers'
import type { Services } from '@/utils/background/services'
import type { AccountView } from '@/utils/core/account'
import { readSelf } from '@/utils/platform/runtime'
import type { Reply, Terms } from '@/utils/protocol/envelope'
import type { FrameRequests, MenuRequests, PageRequests } from '@/utils/protocol/requests'
import { createRouter } from '@/utils/protocol/router'
import type { RawSender } from '@/utils/protocol/sender'
import type { MemoryDatabase } from '../../support/memoryDatabase'
import { createTestPlatform, type BrowserState } from '../../support/platform'

export const PASSPHRASE = 'correct horse battery staple'
export const SECRET = 'JBSWY3DPEHPK3PXP'
export const SITE = 'https://login.acme.example'
export const LINK = `otpauth://totp/Acme:me?secret=${SECRET}&issuer=Acme`

type Asked<Requests, Name extends keyof Requests> = Requests[Name] extends {
  readonly payload: infer Payload
  readonly reply: infer Answer
}
  ? { payload: Payload; reply: Answer }
  : never

/** What a vault left in storage, by what was asked: deriving its key each time takes too long. */
const prepared = new Map<
  string,
  {
    readonly local: Record<string, unknown>
    readonly session: Record<string, unknown>
    readonly database: readonly (readonly [string, unknown])[]
    readonly accounts: readonly AccountView[]
  }
>()

/** One browser with the extension in it, spoken to through the same door as in life. */
export class World {
  readonly state: BrowserState
  /** What the other storage engine holds. */
  readonly database: MemoryDatabase['state']
  #windowId: number | undefined
  readonly #bugs: unknown[] = []
  readonly #start: () => Services
  #services
  #route

  static async open(): Promise<World> {
    const world = new World()
    // The fake browser calls the window that had the focus before the present one "last focused".
    const window = await fakeBrowser.windows.create({ focused: true })
    await fakeBrowser.windows.create({ focused: true })
    world.#windowId = window?.id
    return world
  }

  private constructor() {
    const test = createTestPlatform()
    this.state = test.state
    this.database = test.database
    this.#start = () => test.startBackground()
    this.#services = this.#start()
    this.#route = this.#createRoute()
  }

  get services() {
    return this.#services
  }

  /** The browser stopped the background and starts it anew: only storage is left. */
  restartBackground(): void {
    this.#services = this.#start()
    this.#route = this.#createRoute()
  }

  /** The browser was closed and opened: memory is gone. */
  async restartBrowser(): Promise<void> {
    await fakeBrowser.storage.session.clear()
    this.restartBackground()
  }

  async openTab(url: string): Promise<number> {
    const tab = await fakeBrowser.tabs.create({
      url,
      active: true,
      ...(this.#windowId === undefined ? {} : { windowId: this.#windowId }),
    })
    return tab.id ?? -1
  }

  async navigate(tabId: number, url: string): Promise<void> {
    await fakeBrowser.tabs.update(tabId, { url })
  }

  /** Asks as the popup. */
  ask<Name extends keyof PageRequests>(
    request: Name,
    payload: Asked<PageRequests, Name>['payload'],
    terms: Terms = {},
  ): Promise<Reply<Asked<PageRequests, Name>['reply']>> {
    const { extensionId, origin } = readSelf()
    const sender = { id: extensionId, origin, url: `${origin}/popup.html` }
    return this.#send(request, payload, sender, terms)
  }

  /** Asks as the menu in a tab. */
  askMenu<Name extends keyof MenuRequests>(
    tabId: number,
    request: Name,
    payload: Asked<MenuRequests, Name>['payload'],
    change: Partial<RawSender> = {},
  ): Promise<Reply<Asked<MenuRequests, Name>['reply']>> {
    const { extensionId, origin } = readSelf()
    const sender = { id: extensionId, origin, url: `${origin}/menu.html`, frameId: 9 }
    return this.#send(request, payload, { ...sender, tab: { id: tabId }, ...change })
  }

  /** Asks as the content script of a frame; `change` is what is different about that frame. */
  askFrame<Name extends keyof FrameRequests>(
    tabId: number,
    request: Name,
    payload: Asked<FrameRequests, Name>['payload'],
    change: Partial<RawSender> = {},
  ): Promise<Reply<Asked<FrameRequests, Name>['reply']>> {
    const { extensionId } = readSelf()
    const place = { origin: SITE, url: `${SITE}/`, frameId: 0, documentId: 'D1' }
    const tab = { id: tabId, url: `${SITE}/` }
    return this.#send(request, payload, { id: extensionId, ...place, tab, ...change })
  }

  /** Sends anything, as anybody. */
  forge(message: object, sender: RawSender): Promise<Reply<unknown> | undefined> {
    return this.#deliver(structuredClone(message), sender)
  }

  /** A vault with one account per link, bound to the site. */
  async withAccounts(
    links: readonly string[] = [LINK],
    site?: string,
  ): Promise<readonly AccountView[]> {
    const key = JSON.stringify([links, site])
    const known = prepared.get(key)
    if (known) {
      await fakeBrowser.storage.local.set(known.local)
      await fakeBrowser.storage.session.set(known.session)
      for (const [name, stored] of known.database) this.database.values.set(name, stored)
      // These ids are taken.
      known.accounts.forEach(() => this.#services.platform.randomId())
      return known.accounts
    }
    value(await this.ask('vault.create', { passphrase: PASSPHRASE }))
    const accounts = await this.addAccounts(links, site)
    const [local, session] = await Promise.all([
      fakeBrowser.storage.local.get(null),
      fakeBrowser.storage.session.get(null),
    ])
    const database = [...this.database.values]
    prepared.set(key, structuredClone({ local, session, database, accounts }))
    return accounts
  }

  async addAccounts(links: readonly string[], site?: string): Promise<readonly AccountView[]> {
    const { drafts } = value(await this.ask('accounts.readText', { text: links.join('\n') }))
    const choices = drafts.map(({ draftId, view: { issuer, account } }) => ({
      ...{ draftId, issuer, account },
      ...(site === undefined ? {} : { site }),
    }))
    return value(await this.ask('accounts.add', { choices }))
  }

  async #send<T>(
    request: string,
    payload: unknown,
    sender: RawSender,
    terms: Terms = {},
  ): Promise<Reply<T>> {
    // What crosses a message channel is a copy.
    const message: unknown = structuredClone({
      ...{ to: 'background', request, payload },
      ...terms,
    })
    // The request's name vouches for the type of its reply.
    return (await this.#deliver(message, sender)) as Reply<T>
  }

  async #deliver(message: unknown, sender: RawSender): Promise<Reply<unknown> | undefined> {
    const reply = await this.#route(message, sender)
    // No journey leads to a bug: what a handler threw is thrown here.
    if (this.#bugs.length > 0) throw this.#bugs.shift()
    return structuredClone(reply)
  }

  #createRoute() {
    const tables = {
      page: createPageHandlers(this.#services),
      menu: createMenuHandlers(this.#services),
      frame: createFrameHandlers(this.#services),
      guest: createGuestHandlers(this.#services),
    }
    return createRouter(tables, readSelf(), (bug) => this.#bugs.push(bug))
  }
}

/** The value of a reply that is expected to be good. */
export function value<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.code}`)
  return reply.value
}
