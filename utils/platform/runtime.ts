import type { Runtime } from 'webextension-polyfill'
import { browser } from './browser'

export function sendRuntimeMessage(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message)
}

/** Tells every open page of the extension; nobody listening is no failure. */
export async function broadcastToPages(message: unknown): Promise<void> {
  try {
    await browser.runtime.sendMessage(message)
  } catch {
    // "Could not establish connection": no page is open.
  }
}

/** Listens to messages without answering them; returns the way to stop. */
export function onRuntimeMessage(callback: (message: unknown) => void): () => void {
  const listener = (message: unknown): undefined => {
    callback(message)
    return undefined
  }
  browser.runtime.onMessage.addListener(listener)
  return () => {
    browser.runtime.onMessage.removeListener(listener)
  }
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

export function onInstall(callback: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') callback()
  })
}

export function onStart(callback: () => void): void {
  browser.runtime.onInstalled.addListener(callback)
  browser.runtime.onStartup.addListener(callback)
}
