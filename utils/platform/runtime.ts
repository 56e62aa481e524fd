import type { Runtime } from 'webextension-polyfill'
import { browser } from './browser'

export function sendRuntimeMessage(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message)
}

/** Answers messages; a listener that returns `undefined` leaves the message to others. */
export function answerRuntimeMessages(
  answer: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener(answer)
}

/** This extension's id and origin, as they stand in a message's sender. */
export function readSelf(): { extensionId: string; origin: string } {
  return {
    extensionId: browser.runtime.id,
    origin: browser.runtime.getURL('').replace(/\/$/u, ''),
  }
}

/** This extension's version, as the browser shows it. */
export function readVersion(): string {
  return browser.runtime.getManifest().version
}

/** What the manifest asks for, site access left out. */
export function readPermissions(): readonly string[] {
  return browser.runtime.getManifest().permissions ?? []
}

export function onInstall(callback: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') callback()
  })
}

/** The first run of another version of this extension. */
export function onUpdate(callback: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') callback()
  })
}

export function onStart(callback: () => void): void {
  browser.runtime.onInstalled.addListener(callback)
  browser.runtime.onStartup.addListener(callback)
}
