import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { LANGUAGES, THEMES } from './camera.ts'
import { SHEETS } from './sheetList.ts'

const COLUMNS = { light: 'Light', dark: 'Dark', contrast: 'High contrast' }
/** Small enough for all sheets together, and large enough to read them. */
const SCALE = 0.8
/** What a picture is scaled down to before, where it is larger. */
const MAX_CELL = { width: 520, height: 1100 }
const QUALITY = 40

interface SheetOptions {
  /** Where the pictures of each language and theme lie. */
  readonly from: string
  readonly to: string
  readonly isWanted: (name: string) => boolean
}

/** One sheet for each state, with all languages and themes of it side by side, and an index of them. */
export async function composeSheets(
  page: Page,
  { from, to, isWanted }: SheetOptions,
): Promise<void> {
  mkdirSync(to, { recursive: true })
  await page.setViewport({ width: 1600, height: 1000 })
  for (const [name, text] of SHEETS.flatMap(({ sheets }) => sheets)) {
    if (!isWanted(name)) continue
    const pictures = LANGUAGES.map((language) =>
      THEMES.map((theme) => readPicture(join(from, `${language}-${name}-${theme}.png`))),
    )
    if (pictures.flat().includes(undefined)) console.error(`${name}: not all pictures are there`)
    if (pictures.flat().every((it) => it === undefined)) continue
    await page.setContent(draw(text, pictures), { waitUntil: 'load' })
    const sheet = await page.$('main')
    await sheet?.screenshot({ path: join(to, `${name}.webp`), type: 'webp', quality: QUALITY })
  }
  writeIndex(to)
}

/** What is on no list any more goes; what was never taken is not linked to. */
function writeIndex(to: string): void {
  const names = SHEETS.flatMap(({ sheets }) => sheets.map(([name]) => `${name}.webp`))
  for (const file of readdirSync(to)) {
    if (file.endsWith('.webp') && !names.includes(file)) rmSync(join(to, file))
  }
  const views = SHEETS.map(({ view, sheets }) => {
    const lines = sheets
      .filter(([name]) => existsSync(join(to, `${name}.webp`)))
      .map(([name, text]) => `- [${text}](${name}.webp)`)
    return `## ${view}\n\n${lines.join('\n')}\n`
  })
  writeFileSync(join(to, 'README.md'), `${INTRO}\n${views.join('\n')}`)
}

const INTRO = [
  '# Every state of every view',
  '',
  'English above, Indonesian below; light, dark and high contrast side by side. `npm run screenshots` takes',
  'them in the built extension, with made-up accounts, and writes this page.',
  '',
].join('\n')

function readPicture(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  return `data:image/png;base64,${readFileSync(path, 'base64')}`
}

function draw(text: string, rows: readonly (readonly (string | undefined)[])[]): string {
  const heads = THEMES.map((theme) => `<th>${COLUMNS[theme]}</th>`).join('')
  const lines = rows.map((pictures) => {
    const cells = pictures.map((source) => `<td>${source ? `<img src="${source}">` : ''}</td>`)
    return `<tr>${cells.join('')}</tr>`
  })
  return `<!doctype html><style>
      body { margin: 0; font: 13px/18px system-ui, sans-serif; color: #47555e; }
      main { display: inline-block; padding: 12px 16px 16px; background: #d9e0e4; }
      h1 { margin: 0 0 2px; color: #10181c; font-size: 15px; line-height: 20px; }
      table { border-spacing: 0; margin: 0 -6px; }
      th, td { padding: 6px; text-align: start; vertical-align: top; font-weight: 400; }
      img { display: block; zoom: ${SCALE}; max-width: ${MAX_CELL.width}px; max-height: ${MAX_CELL.height}px; border-radius: 6px; }
    </style>
    <main><h1>${text}</h1><table><tr>${heads}</tr>${lines.join('')}</table></main>`
}
