import { browser } from './browser'

/** Calls back when the keys of a command of the manifest are pressed, in whatever tab. */
export function onCommand(name: string, callback: () => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === name) callback()
  })
}
