import { browser } from './browser'

/** Calls back about once a minute while the browser runs, also after the background was stopped. */
export function onEveryMinute(name: string, callback: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) callback()
  })
  void browser.alarms.get(name).then(async (alarm) => {
    if (!alarm) await browser.alarms.create(name, { periodInMinutes: 1 })
  })
}
