import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'

/** The environment variable that names a browser, and where to look without it, best first. */
const BROWSERS = {
  chrome: {
    variable: 'CHROMIUM',
    linux: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    darwin: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX',
    linux: ['firefox', 'firefox-esr'],
    darwin: ['Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe'],
  },
}

/** The executables of the browsers this machine has: `{ chrome?: path, firefox?: path }`. */
export function findBrowsers() {
  const found = {}
  for (const kind of Object.keys(BROWSERS)) {
    const path = candidates(BROWSERS[kind]).find(isExecutable)
    if (path) found[kind] = path
  }
  return found
}

export function variableFor(kind) {
  return BROWSERS[kind].variable
}

function candidates(browser) {
  const named = process.env[browser.variable]
  // A name that was given is meant: falling back to another browser would test something else.
  if (named) return isAbsolute(named) ? [named] : inFolders(pathFolders(), [named])
  switch (process.platform) {
    case 'win32':
      return inFolders(
        ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]),
        browser.win32,
      )
    case 'darwin':
      return inFolders(['/Applications', join(homedir(), 'Applications')], browser.darwin)
    default:
      return inFolders([...pathFolders(), '/usr/bin', '/usr/local/bin'], browser.linux)
  }
}

function pathFolders() {
  return (process.env.PATH ?? process.env.Path ?? '').split(delimiter)
}

function inFolders(folders, names) {
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
