import { browser } from './browser'

/** Calls back about once a minute while the browser runs, also after the background was stopped. */
export function onEveryMinute(name: string, callback: () => void): void {
  onAlarm(name, callback)
  void browser.alarms.get(name).then(async (alarm) => {
    if (!alarm) await browser.alarms.create(name, { periodInMinutes: 1 })
  })
}

/** Calls back when a moment set by `setAlarm` has come, also after the background was stopped. */
export function onAlarm(name: string, callback: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) callback()
  })
}

/** Chromium lets half a minute pass at least; another moment of the same name is over with this. */
export async function setAlarm(name: string, when: number): Promise<void> {
  await browser.alarms.create(name, { when })
}
