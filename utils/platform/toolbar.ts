import { browser } from './browser'

const ICONS = {
  open: { 16: '/icon/16.png', 32: '/icon/32.png' },
  locked: { 16: '/icon/locked-16.png', 32: '/icon/locked-32.png' },
}

/** The toolbar button tells whether the vault is locked, by its icon and by its title. */
export async function showLockState(isLocked: boolean): Promise<void> {
  const title = browser.i18n.getMessage(isLocked ? 'titleLocked' : 'titleOpen')
  await browser.action.setIcon({ path: isLocked ? ICONS.locked : ICONS.open })
  await browser.action.setTitle({ title })
}
