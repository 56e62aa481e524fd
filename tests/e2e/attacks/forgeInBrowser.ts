import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { waitUntil, type BrowserDriver } from '../../support/browserDriver.ts'
import type { Forged } from '../../support/forgeMessages.ts'

/** Sends messages in one go; their replies in the same order, as JSON texts. */
export type Forger = (messages: readonly Forged[]) => Promise<readonly string[]>

/**
 * Speaks as the content script of one frame does: what a page could do that has broken out of its own
 * world into that of the extension's scripts.
 */
export function forgeFromFrame(driver: BrowserDriver, frameUrl: string): Forger {
  return (messages) =>
    driver.evaluateInBackground(
      async (frameUrl: string, messages: readonly unknown[]) => {
        const scope = globalThis as unknown as { browser?: Api; chrome: Api }
        const { scripting, tabs } = scope.browser ?? scope.chrome
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true })
        const readUrl = { allFrames: true, tabId: tab?.id ?? -1 }
        const frames = await scripting.executeScript({
          target: readUrl,
          func: () => location.href,
        })
        const frame = frames.find(({ result }) => String(result).startsWith(frameUrl))
        if (!tab || !frame) throw new Error(`No frame shows ${frameUrl}`)
        const [sent] = await scripting.executeScript({
          target: { tabId: tab.id, frameIds: [frame.frameId] },
          args: [messages],
          func: async (messages: readonly unknown[]) => {
            const scope = globalThis as unknown as { browser?: Api; chrome: Api }
            const { runtime } = scope.browser ?? scope.chrome
            const replies = messages.map(async (message) => {
              try {
                return JSON.stringify((await runtime.sendMessage(message)) ?? null)
              } catch {
                return 'null' // nobody answered
              }
            })
            return Promise.all(replies)
          },
        })
        return sent?.result as readonly string[]
      },
      frameUrl,
      messages,
    )
}

/** Speaks as any script of a page can: to every window there is, and by events. */
export function forgeFromPage(page: Page): Forger {
  return (messages) =>
    page.evaluate(async (text) => {
      const messages = JSON.parse(text) as readonly unknown[]
      const heard: string[] = []
      const { chrome } = globalThis as { chrome?: { runtime?: object } }
      if (chrome?.runtime !== undefined) heard.push('a way to the extension')
      let own = 0
      const listen = ({ data }: MessageEvent) => {
        const isOwn = typeof data === 'object' && data !== null && 'request' in data
        if (isOwn) own++
        else heard.push(JSON.stringify(data))
      }
      addEventListener('message', listen)
      for (const message of messages) {
        postMessage(message, '*')
        document.dispatchEvent(new CustomEvent('message', { detail: message }))
      }
      const end = performance.now() + 10_000
      while (own < messages.length && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      removeEventListener('message', listen)
      if (document.querySelector('[popover]')) heard.push('a menu')
      return heard
    }, asText(messages))
}

/** Installs another extension, which is told by a page of its own what to send. */
export async function installForger(driver: BrowserDriver, page: Page): Promise<Forger> {
  // Read when it is needed, so it stays for as long as the browser does.
  const folder = mkdtempSync(join(driver.userDataDir, 'forger-'))
  const background =
    driver.kind === 'chrome'
      ? { manifest_version: 3, background: { service_worker: 'background.js' } }
      : { manifest_version: 2, background: { scripts: ['background.js'] } }
  const manifest = {
    name: 'Forger',
    version: '1',
    ...background,
    content_scripts: [{ matches: ['http://*.localhost/*'], js: ['bridge.js'] }],
    browser_specific_settings: { gecko: { id: 'forger@forger.example' } },
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'bridge.js'), `(${bridge.toString()})()`)
  writeFileSync(
    join(folder, 'background.js'),
    `(${passOn.toString()})(${JSON.stringify(driver.extensionId)})`,
  )
  await driver.browser.installExtension(folder)
  await waitUntil('the other extension', async () => {
    await page.reload()
    return page.evaluate(() => document.documentElement.dataset['forger'])
  })
  return (messages) =>
    page.evaluate(
      (text) =>
        new Promise<readonly string[]>((resolve) => {
          addEventListener('message', function listen({ data }) {
            const { replies } = data as { replies?: readonly string[] }
            if (!replies) return
            removeEventListener('message', listen)
            resolve(replies)
          })
          postMessage({ forge: JSON.parse(text) as unknown }, '*')
        }),
      asText(messages),
    )
}

/** No protocol has a word for an object with a `toString` of its own. */
const asText = (messages: readonly Forged[]) => JSON.stringify(messages)

interface Api {
  readonly tabs: { query(filter: object): Promise<{ id: number }[]> }
  readonly scripting: {
    executeScript(injection: object): Promise<{ frameId: number; result?: unknown }[]>
  }
  readonly runtime: { sendMessage(...message: readonly unknown[]): Promise<unknown> }
}

/*
 * What follows runs in the other extension: each function must stand alone.
 */

/** What it touches there. */
declare const chrome: {
  readonly runtime: {
    sendMessage(message: unknown, respond: (reply: unknown) => void): void
    sendMessage(to: string, message: unknown, respond: (reply: unknown) => void): void
    readonly lastError?: unknown
    readonly onMessage: {
      addListener(
        listener: (message: unknown, sender: unknown, respond: (reply: unknown) => void) => boolean,
      ): void
    }
  }
}

function bridge(): void {
  document.documentElement.dataset['forger'] = 'here'
  addEventListener('message', ({ data }) => {
    const { forge } = data as { forge?: readonly unknown[] }
    if (!forge) return
    chrome.runtime.sendMessage(forge, (replies) => {
      postMessage({ replies }, '*')
    })
  })
}

function passOn(to: string): void {
  chrome.runtime.onMessage.addListener((messages, _sender, respond) => {
    const send = (message: unknown) =>
      new Promise<string>((resolve) => {
        chrome.runtime.sendMessage(to, message, (reply) => {
          const isUnanswered = chrome.runtime.lastError !== undefined
          resolve(isUnanswered ? 'null' : JSON.stringify(reply ?? null))
        })
      })
    void Promise.all((messages as readonly unknown[]).map(send)).then(respond)
    return true
  })
}
