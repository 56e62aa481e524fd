import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'

/** What a store shows: one sentence beside what it speaks of. */
interface StorePicture {
  readonly name: string
  readonly shots: readonly string[]
  readonly text: Readonly<Record<'en' | 'id', string>>
}

const PICTURES: readonly StorePicture[] = [
  {
    name: 'store-list',
    shots: ['popup-list-light', 'popup-list-dark'],
    text: {
      en: 'Your one-time codes, encrypted, where you need them',
      id: 'Kode sekali pakai Anda, terenkripsi, tepat di tempat Anda memerlukannya',
    },
  },
  {
    name: 'store-offer',
    shots: ['offer-one-page-light'],
    text: {
      en: 'Offered beside the field, and filled only when you say so',
      id: 'Ditawarkan di samping kolom, diisi hanya bila Anda memilihnya',
    },
  },
  {
    name: 'store-assist',
    shots: ['popup-assist-clock-light', 'popup-chip-light'],
    text: {
      en: 'Code rejected? Sandi finds the cause',
      id: 'Kode ditolak? Sandi menemukan penyebabnya',
    },
  },
]
const SIZE = { width: 1280, height: 800 }
const TILE = { width: 440, height: 280 }

/** Sets pictures of the extension into frames of the sizes that the stores ask for. */
export async function composeStorePictures(
  page: Page,
  language: 'en' | 'id',
  { from, to, logo }: { readonly from: string; readonly to: string; readonly logo: string },
): Promise<void> {
  for (const { name, shots, text } of PICTURES) {
    const pictures = shots.map((shot) => readPicture(join(from, `${language}-${shot}.png`), 'png'))
    await page.setViewport(SIZE)
    await page.setContent(draw(text[language], pictures))
    await page.screenshot({ path: join(to, `${language}-${name}.png`) })
  }
  if (language !== 'en') return
  await page.setViewport(TILE)
  await page.setContent(drawTile(readPicture(logo, 'svg+xml')))
  await page.screenshot({ path: join(to, 'store-tile.png') })
}

function readPicture(path: string, type: string): string {
  return `data:image/${type};base64,${readFileSync(path, 'base64')}`
}

function draw(text: string, pictures: readonly string[]): string {
  const isWide = pictures.length === 1
  return `<style>
      body { margin: 0; display: grid; gap: 40px; place-content: center; place-items: center; height: 800px;
        background: #0b6570; color: #fff; text-align: center;
        font: 600 36px/44px system-ui, sans-serif; }
      h1 { margin: 0; max-width: 1040px; font: inherit; }
      div { display: flex; gap: 40px; align-items: start; }
      img { ${isWide ? 'width: 800px' : 'height: 520px'}; border-radius: 14px; box-shadow: 0 20px 60px rgb(0 0 0 / .35); }
    </style>
    <h1>${text}</h1>
    <div>${pictures.map((source) => `<img src="${source}">`).join('')}</div>`
}

function drawTile(logo: string): string {
  return `<style>
      body { margin: 0; display: flex; gap: 20px; align-items: center; justify-content: center; height: 280px;
        background: #f5f7f8; color: #10181c;
        font: 700 56px/64px system-ui, sans-serif; }
      img { width: 120px; }
    </style>
    <img src="${logo}">Sandi`
}
