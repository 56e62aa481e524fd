import { fakeBrowser } from 'wxt/testing/fake-browser'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSelf } from '@/utils/platform/runtime'
import type { RawSender } from '@/utils/protocol/sender'
import { forgeMessages, isHarmless, REQUESTS, type Known } from '../support/forgeMessages'
import { createRandom } from '../soak/random'
import { LINK, PASSPHRASE, SECRET, SITE, World } from './support/world'

/** `FORGED=1000` for the figure in SECURITY.md. */
const COUNT = Number(process.env['FORGED'] ?? 40)
const EVIL = 'https://evil.example'

describe.each<[string, (tabs: Tabs) => RawSender]>([
  [
    'a page of the bound site, through its content script',
    ({ bank }) => ({ ...frameOf(SITE), tab: { id: bank, url: `${SITE}/` }, documentId: 'D1' }),
  ],
  [
    'a page of another site, through its content script',
    ({ evil }) => ({ ...frameOf(EVIL), tab: { id: evil, url: `${EVIL}/` } }),
  ],
  [
    'a frame of another site in the bound one',
    ({ bank }) => ({ ...frameOf(EVIL), frameId: 3, tab: { id: bank, url: `${SITE}/` } }),
  ],
  [
    'a frame of the bound site in another one',
    ({ evil }) => ({ ...frameOf(SITE), frameId: 3, tab: { id: evil, url: `${EVIL}/` } }),
  ],
  [
    'a frame without an origin of its own',
    ({ bank }) => ({ ...frameOf(SITE), origin: 'null', tab: { id: bank, url: `${SITE}/` } }),
  ],
  [
    'a copy of the menu in a page',
    ({ bank }) => ({ ...ownPage('menu'), frameId: 5, tab: { id: bank, url: `${SITE}/` } }),
  ],
  [
    'the popup in a frame of a page',
    ({ bank }) => ({ ...ownPage('popup'), frameId: 5, tab: { id: bank, url: `${SITE}/` } }),
  ],
  ['another extension', () => ({ ...ownPage('popup'), id: 'another-extension' })],
  ['nobody', () => ({})],
])('messages forged by %s', (_name, senderOf) => {
  let world: World
  let sender: RawSender
  let known: Known

  beforeAll(async () => {
    world = await World.open()
    const [account] = await world.withAccounts([LINK], SITE)
    const tabs = {
      bank: await world.openTab(`${SITE}/login`),
      evil: await world.openTab(`${EVIL}/`),
    }
    sender = senderOf(tabs)
    // Late enough that use of the vault would be noted.
    world.state.now += 60_000
    const accountId = account?.id ?? ''
    known = {
      ...{ accountId, accountIds: [accountId], site: SITE, sites: [EVIL], pinned: true },
      ...{ passphrase: PASSPHRASE, older: PASSPHRASE, next: 'known to the forger', text: LINK },
      ...{ ticket: 'id-1', pairing: 'id-2', snapshotId: 'id-1', frameId: 0, index: 0 },
      ...{ extensionId: readSelf().extensionId, popup: `${readSelf().origin}/popup.html` },
    }
  })

  it.each(REQUESTS)('bring nothing by %s', async (request) => {
    const before = await readState(world)
    const random = createRandom(REQUESTS.indexOf(request))
    for (const message of forgeMessages(request, COUNT, known, random)) {
      const reply = await world.forge(message, sender)
      expect([reply, isHarmless(request, reply)]).toEqual([reply, true])
      const text = JSON.stringify(reply ?? null)
      expect(
        [SECRET, 'Acme', String(known['accountId'])].filter((it) => text.includes(it)),
      ).toEqual([])
      expect(!text.includes('pairing') || isOfItsTab(sender)).toBe(true)
    }
    expect(await readState(world)).toEqual(before)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

interface Tabs {
  readonly bank: number
  readonly evil: number
}

function frameOf(origin: string): RawSender {
  return { id: readSelf().extensionId, origin, url: `${origin}/`, frameId: 0 }
}

function ownPage(name: string): RawSender {
  const { extensionId, origin } = readSelf()
  return { id: extensionId, origin, url: `${origin}/${name}.html` }
}

/** A pairing is a name for the speaker's own menu, and only the site of its tab may have one. */
function isOfItsTab({ origin, tab }: RawSender): boolean {
  return tab?.url !== undefined && new URL(tab.url).origin === origin
}

/** Everything that is kept, but which document asked last for a menu. */
async function readState(world: World): Promise<unknown> {
  const session = await fakeBrowser.storage.session.get(null)
  const local = await fakeBrowser.storage.local.get(null)
  const database = [...world.database.values]
  // When the session was looked at last is no use of it.
  const open = { ...(session['session'] as object), lastSeenAt: 0 }
  return structuredClone({ local, session: { ...session, fill: null, session: open }, database })
}
