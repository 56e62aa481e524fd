import { browser } from './browser'

/** Calls back when the keys of a command of the manifest are pressed, in whatever tab. */
export function onCommand(name: string, callback: (tabId: number | undefined) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === name) callback(tab?.id)
  })
}

/** A command of the manifest and the keys that the browser has for it, which may be none. */
export interface Shortcut {
  readonly name: string
  readonly description: string
  readonly keys: string
}

/** Chromium tells no description of the one that opens the popup. */
export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll()
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description,
    keys: shortcut,
  }))
}

/** Where the browser lets people choose the keys: no page of an extension can. */
export async function openShortcutSettings(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } }
  if (commands.openShortcutSettings) await commands.openShortcutSettings()
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
