// Draws the PNG icons from the SVGs in public/. Run it after changing a drawing; the PNGs are kept in
// the repository, so that a build needs no browser.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { findBrowsers, variableFor } from './browsers.mjs'

const PUBLIC = join(import.meta.dirname, '..', 'public')

// The part of the large drawing that toolbars show: the tile without the store's margin.
const TILE = '16 16 96 96'

/** The locked vault: no colour, no digit being typed. */
const LOCKED_COLOURS = { '#0B6570': '#5E6C75', '#F3BA54': '#fff' }

const ICONS = [
  { file: 'icon/16.png', size: 16, drawing: 'icon-small.svg' },
  { file: 'icon/32.png', size: 32, drawing: 'icon.svg', viewBox: TILE },
  { file: 'icon/48.png', size: 48, drawing: 'icon.svg', viewBox: TILE },
  { file: 'icon/96.png', size: 96, drawing: 'icon.svg', viewBox: TILE },
  // The Chrome Web Store asks for 96 pixels of art inside 128, and 128 is used nowhere smaller.
  { file: 'icon/128.png', size: 128, drawing: 'icon.svg' },
  { file: 'icon/locked-16.png', size: 16, drawing: 'icon-small.svg', colours: LOCKED_COLOURS },
  {
    file: 'icon/locked-32.png',
    size: 32,
    drawing: 'icon.svg',
    viewBox: TILE,
    colours: LOCKED_COLOURS,
  },
]

const { chrome } = findBrowsers()
if (!chrome) {
  console.error(`No Chromium found. Install one, or name it: ${variableFor('chrome')}=/path/to/it`)
  process.exit(1)
}
const profile = mkdtempSync(join(tmpdir(), 'sandi-icons-'))
const isRoot = process.getuid?.() === 0
const browser = await puppeteer.launch({
  executablePath: chrome,
  headless: true,
  pipe: true,
  userDataDir: profile,
  // Chromium's sandbox cannot start as root, as in most containers.
  args: isRoot ? ['--no-sandbox'] : [],
})
try {
  for (const icon of ICONS) {
    writeFileSync(join(PUBLIC, icon.file), await draw(icon))
    console.log(`public/${icon.file}`)
  }
} finally {
  await browser.close()
  rmSync(profile, { recursive: true, force: true })
}

async function draw({ size, drawing, viewBox, colours = {} }) {
  const page = await browser.newPage()
  await page.setViewport({ width: size, height: size })
  let svg = readFileSync(join(PUBLIC, drawing), 'utf8')
  if (viewBox) svg = svg.replace(/viewBox="[^"]*"/u, `viewBox="${viewBox}"`)
  for (const [from, to] of Object.entries(colours)) svg = svg.replaceAll(from, to)
  const style = `body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }`
  await page.setContent(`<style>${style}</style>${svg}`)
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}
