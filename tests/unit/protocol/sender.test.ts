import { describe, expect, it } from 'vitest'
import { classifySender, type RawSender, type Self, type Speaker } from '@/utils/protocol/sender'

const CHROMIUM: Self = { extensionId: 'abcdefgh', origin: 'chrome-extension://abcdefgh' }
const FIREFOX: Self = { extensionId: 'sandi@example', origin: 'moz-extension://0f-1e-2d' }

const BANK = 'https://bank.example'
const TAB = { id: 7, url: `${BANK}/login` }

/** A content script in the top frame of the bank, changed in one thing. */
function script(change: Partial<RawSender> = {}): RawSender {
  return {
    id: CHROMIUM.extensionId,
    origin: BANK,
    url: `${BANK}/login`,
    frameId: 0,
    documentId: 'D1',
    documentLifecycle: 'active',
    tab: TAB,
    ...change,
  }
}

/** One of our own pages, in no tab, changed in one thing. */
function page(path: string, change: Partial<RawSender> = {}): RawSender {
  return {
    id: CHROMIUM.extensionId,
    origin: CHROMIUM.origin,
    url: CHROMIUM.origin + path,
    documentId: 'P1',
    ...change,
  }
}

function frame(site: string, frameId = 0): Speaker {
  return { kind: 'frame', tabId: 7, frameId, documentId: 'D1', site }
}

function guest(site: string): Speaker {
  return { kind: 'guest', tabId: 7, frameId: 3, documentId: 'D1', site }
}

const at = (origin: string, change: Partial<RawSender> = {}) =>
  script({ origin, url: `${origin}/`, tab: { id: 7, url: `${origin}/` }, ...change })

const ACCEPTED: readonly (readonly [string, RawSender, Speaker])[] = [
  ['an https page', script(), frame(BANK)],
  [
    'an https page with a port',
    at('https://bank.example:8443'),
    frame('https://bank.example:8443'),
  ],
  [
    'a subdomain as its own site',
    at('https://login.bank.example'),
    frame('https://login.bank.example'),
  ],
  ['an IDN host', at('https://xn--bcher-kva.example'), frame('https://xn--bcher-kva.example')],
  ['http on localhost', at('http://localhost:3000'), frame('http://localhost:3000')],
  ['http on a name under localhost', at('http://app.localhost'), frame('http://app.localhost')],
  ['http on 127.0.0.1', at('http://127.0.0.1:8080'), frame('http://127.0.0.1:8080')],
  ['http on [::1]', at('http://[::1]:8080'), frame('http://[::1]:8080')],
  ['a top frame whose tab url is not shown', script({ tab: { id: 7 } }), frame(BANK)],
  ['an iframe of the same origin', script({ frameId: 3 }), frame(BANK, 3)],
  [
    'about:srcdoc with its parent’s origin',
    script({ frameId: 3, url: 'about:srcdoc' }),
    frame(BANK, 3),
  ],
  [
    'an iframe of another origin',
    script({ origin: 'https://ads.example', frameId: 3 }),
    guest('https://ads.example'),
  ],
  [
    'an iframe of a subdomain',
    script({ origin: 'https://login.bank.example', frameId: 3 }),
    guest('https://login.bank.example'),
  ],
  [
    'an iframe of another port',
    script({ origin: `${BANK}:8443`, frameId: 3 }),
    guest(`${BANK}:8443`),
  ],
  [
    'the bank framed by another site',
    script({ frameId: 3, tab: { id: 7, url: 'https://evil.example/' } }),
    guest(BANK),
  ],
  ['an iframe in a tab of unknown url', script({ frameId: 3, tab: { id: 7 } }), guest(BANK)],
  ['a browser without lifecycles', script({ documentLifecycle: undefined }), frame(BANK)],
  ['the popup', page('/popup.html'), { kind: 'page' }],
  ['the popup with a hash', page('/popup.html#add'), { kind: 'page' }],
  ['the popup in a tab', page('/popup.html', { tab: { id: 9 }, frameId: 0 }), { kind: 'page' }],
  [
    'the options page in a tab',
    page('/options.html?x=1', { tab: { id: 9 }, frameId: 0 }),
    { kind: 'page' },
  ],
  [
    'the welcome page in a tab',
    page('/welcome.html', { tab: { id: 9 }, frameId: 0 }),
    { kind: 'page' },
  ],
  [
    'a page of a browser that tells no origin',
    page('/popup.html', { origin: undefined }),
    { kind: 'page' },
  ],
  [
    'the menu in a frame',
    page('/menu.html', { tab: TAB, frameId: 5 }),
    { kind: 'menu', tabId: 7, frameId: 5, documentId: 'P1' },
  ],
]

const REFUSED: readonly (readonly [string, RawSender])[] = [
  // Who
  ['nobody', {}],
  ['another extension', script({ id: 'zzzzzzzz' })],
  ['another extension with our page’s url', page('/popup.html', { id: 'zzzzzzzz' })],
  ['no id', script({ id: undefined })],
  ['our page without id', page('/popup.html', { id: undefined })],
  ['an empty id', script({ id: '' })],
  // Where from
  ['plain http', at('http://bank.example')],
  ['plain http that looks local', at('http://localhost.evil.example')],
  ['plain http in a private network', at('http://192.168.1.1')],
  ['a file', at('file://')],
  ['ftp', at('ftp://bank.example')],
  ['a sandboxed page under an https url', script({ origin: 'null' })],
  ['a sandboxed iframe under an https url', script({ origin: 'null', frameId: 3 })],
  ['about:srcdoc in a sandbox', script({ origin: 'null', url: 'about:srcdoc', frameId: 3 })],
  ['about:blank without origin', script({ origin: undefined, url: 'about:blank' })],
  [
    'a data: page',
    script({ origin: 'null', url: 'data:text/html,x', tab: { id: 7, url: 'data:text/html,x' } }),
  ],
  ['a blob: page', script({ url: `blob:${BANK}/0-0`, tab: { id: 7, url: `blob:${BANK}/0-0` } })],
  ['a blob: page in a sandbox', script({ origin: 'null', url: `blob:${BANK}/0-0` })],
  ['no origin', script({ origin: undefined })],
  ['an empty origin', script({ origin: '' })],
  ['an origin with a path', script({ origin: `${BANK}/` })],
  ['an origin in capitals', script({ origin: 'https://BANK.example' })],
  ['an origin with a user', script({ origin: 'https://bank.example@evil.example' })],
  ['an origin with the usual port written out', script({ origin: `${BANK}:443` })],
  ['a host with a trailing dot in another tab', script({ origin: 'https://bank.example.' })],
  ['an extension’s origin', script({ origin: CHROMIUM.origin })],
  // Which frame
  ['no tab', script({ tab: undefined })],
  ['a tab without id', script({ tab: { url: `${BANK}/` } })],
  ['no frame id', script({ frameId: undefined })],
  ['a top frame that the tab has left', script({ tab: { id: 7, url: 'https://other.example/' } })],
  ['a prerendered page', script({ documentLifecycle: 'prerender' })],
  ['a page in the back-forward cache', script({ documentLifecycle: 'cached' })],
  ['a page about to be gone', script({ documentLifecycle: 'pending_deletion' })],
  // Our own pages
  ['the popup framed in a page', page('/popup.html', { tab: TAB, frameId: 5 })],
  ['the options page framed in a page', page('/options.html', { tab: TAB, frameId: 5 })],
  ['the popup in a tab without frame id', page('/popup.html', { tab: TAB })],
  ['the popup in a sandbox', page('/popup.html', { origin: 'null' })],
  ['the popup with a web page’s origin', page('/popup.html', { origin: BANK })],
  ['the menu as a tab of its own', page('/menu.html', { tab: { id: 7 }, frameId: 0 })],
  ['the menu in no tab', page('/menu.html')],
  ['the menu in a tab without id', page('/menu.html', { tab: {}, frameId: 5 })],
  ['the menu in a sandbox', page('/menu.html', { origin: 'null', tab: TAB, frameId: 5 })],
  ['an unknown page of ours', page('/offscreen.html')],
  ['a page in a folder of ours', page('/x/popup.html')],
  ['a page that ends like ours', page('/notpopup.html')],
  ['a page with a dot segment', page('/popup.html/../other.html')],
  ['our root', page('/')],
  ['a look-alike extension host', page('', { url: 'chrome-extension://abcdefgh.evil/popup.html' })],
  ['a longer extension id', page('', { url: 'chrome-extension://abcdefghi/popup.html' })],
  ['our id with a user', page('', { url: 'chrome-extension://abcdefgh@evil/popup.html' })],
  ['a blob of ours', page('', { url: `blob:${CHROMIUM.origin}/popup.html` })],
  [
    'our page in another browser’s scheme',
    page('', { url: 'moz-extension://abcdefgh/popup.html' }),
  ],
  ['an https host named as our id', page('', { url: 'https://abcdefgh/popup.html' })],
  ['no url', page('', { url: undefined })],
  ['an unreadable url', page('', { url: 'http://[' })],
]

describe('classifySender', () => {
  it.each(ACCEPTED)('knows %s', (_name, sender, speaker) => {
    expect(classifySender(sender, CHROMIUM)).toEqual(speaker)
  })

  it.each(REFUSED)('takes %s for nobody', (_name, sender) => {
    expect(classifySender(sender, CHROMIUM)).toBeUndefined()
  })
})

describe('classifySender in Firefox', () => {
  const own = (change: Partial<RawSender>): RawSender => ({
    id: FIREFOX.extensionId,
    origin: FIREFOX.origin,
    ...change,
  })

  it.each<[string, RawSender, Speaker | undefined]>([
    ['the popup', own({ url: `${FIREFOX.origin}/popup.html` }), { kind: 'page' }],
    [
      'the options tab',
      own({ url: `${FIREFOX.origin}/options.html`, tab: { id: 1 }, frameId: 0 }),
      { kind: 'page' },
    ],
    [
      'the menu',
      own({ url: `${FIREFOX.origin}/menu.html`, tab: TAB, frameId: 5 }),
      { kind: 'menu', tabId: 7, frameId: 5, documentId: undefined },
    ],
    [
      'a script without document id',
      script({ id: FIREFOX.extensionId, documentId: undefined }),
      { ...frame(BANK), documentId: undefined } as Speaker,
    ],
    ['another installation’s uuid', own({ url: 'moz-extension://ff-ff-ff/popup.html' }), undefined],
    ['a look-alike uuid', own({ url: `${FIREFOX.origin}.evil/popup.html` }), undefined],
    ['Chromium’s scheme', own({ url: 'chrome-extension://0f-1e-2d/popup.html' }), undefined],
    [
      'our uuid as extension id',
      own({ id: '0f-1e-2d', url: `${FIREFOX.origin}/popup.html` }),
      undefined,
    ],
    [
      'the popup framed',
      own({ url: `${FIREFOX.origin}/popup.html`, tab: TAB, frameId: 5 }),
      undefined,
    ],
  ])('judges %s', (_name, sender, speaker) => {
    expect(classifySender(sender, FIREFOX)).toEqual(speaker)
  })
})
