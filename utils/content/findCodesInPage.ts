import { shadowRootOf } from '../platform/frame'
import { drawImage, drawTable, drawVector } from './drawElement'

/** Where an element of the page stands against what the screen shows of it. */
export type Place = 'visible' | 'partly' | 'outside'

/** What one frame holds beside what a screenshot shows. The pictures are in the order of the page. */
export interface PageFindings {
  readonly pictures: readonly PagePicture[]
  /** `otpauth:` addresses of links, and of what is written out. */
  readonly links: readonly string[]
  /** Keys for those who cannot scan. */
  readonly keys: readonly string[]
}

/** `index` names the element to `revealElement`; a picture that may not be read has no `dataUrl`. */
export interface PagePicture {
  readonly index: number
  readonly place: Place
  readonly dataUrl?: string
}

const MAX_ELEMENTS = 20_000
const MAX_PICTURES = 24
const MAX_TEXTS = 32
const MIN_SIDE = 20
const CANDIDATES = 'img, canvas, svg, table'
const LINK = /otpauth(?:-migration)?:\/\/[^\s"'<>]+/giu
// Four letters or more of base32, in groups or in one, sixteen at least.
const KEY = /^(?:[A-Z2-7]{4,}[ -]?){4,}(?:[A-Z2-7]{1,3})?=*$|^[A-Z2-7]{16,}=*$/iu
const MAX_KEY_CHARACTERS = 160
const KEY_NEIGHBOUR =
  /scan|secret|setup key|manual|enter (?:this|the)|authenticator|kunci|rahasia|pindai|manual|ketik/iu

/** Looks for pictures that may hold a QR code, for setup links and for keys beside them. */
export async function findCodesInPage(): Promise<PageFindings> {
  const elements = collect(document).slice(0, MAX_ELEMENTS)
  const candidates = elements.filter(isCandidate).slice(0, MAX_PICTURES)
  remember(candidates)
  const pictures: PagePicture[] = []
  for (const [index, element] of candidates.entries()) {
    const dataUrl = await draw(element)
    const place = placeOf(element)
    if (dataUrl === '') continue
    pictures.push({ index, place, ...(dataUrl === undefined ? {} : { dataUrl }) })
  }
  const links = elements.flatMap(linksOf)
  const keys = elements.flatMap(keyOf)
  return {
    pictures,
    links: [...new Set(links)].slice(0, MAX_TEXTS),
    keys: [...new Set(keys)].slice(0, MAX_TEXTS),
  }
}

/** Kept in the world of this extension's scripts, where the page does not see it. */
function remember(elements: readonly Element[]): void {
  const scope = globalThis as { sandiPictures?: readonly Element[] }
  scope.sandiPictures = elements
}

function collect(root: Document | ShadowRoot): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const inner = element instanceof HTMLElement ? shadowRootOf(element) : null
    return [element, ...(inner ? collect(inner) : [])]
  })
}

/** About square and large enough; a code among other things in one large picture is on the screenshot. */
function isCandidate(element: Element): boolean {
  if (!element.matches(CANDIDATES) || element.parentElement?.closest('svg')) return false
  const { width, height } = element.getBoundingClientRect()
  if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > 3 * Math.min(width, height)) {
    return false
  }
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
}

/** Nothing where the browser forbids to read it, an empty text where there is nothing to read. */
async function draw(element: Element): Promise<string | undefined> {
  try {
    if (element instanceof HTMLCanvasElement) return element.toDataURL('image/png')
    if (element instanceof HTMLImageElement) return drawImage(element)
    if (element instanceof HTMLTableElement) return drawTable(element)
    return await drawVector(element)
  } catch {
    return undefined // a picture from another site taints the canvas
  }
}

function placeOf(element: Element): Place {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const isOut = right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight
  if (isOut) return 'outside'
  const isWhole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
  return isWhole ? 'visible' : 'partly'
}

function linksOf(element: Element): readonly string[] {
  const texts = [element.getAttribute('href'), element.getAttribute('data-uri'), ownText(element)]
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    texts.push(element.value)
  }
  return texts.flatMap((text) => (text?.includes('otpauth') ? (text.match(LINK) ?? []) : []))
}

/** A key stands by itself in its element, and near it stands what it is for. */
function keyOf(element: Element): readonly string[] {
  const isField = element instanceof HTMLInputElement && element.readOnly
  const text = (isField ? element.value : ownText(element)).trim()
  if (text.length > MAX_KEY_CHARACTERS || !KEY.test(text)) return []
  const key = text.replace(/[ -]/gu, '')
  // A word of sixteen letters is no key: one has digits, or is all in upper case or in groups.
  if (!/[2-7]/u.test(key) && key !== key.toUpperCase() && key === text) return []
  const around = element.closest('p, li, td, dd, div, section, form, label')?.parentElement
  return KEY_NEIGHBOUR.test(around?.textContent.slice(0, 2000) ?? '') ? [text] : []
}

/** The text of the element itself, with that of nothing within it that is more than formatting. */
function ownText(element: Element): string {
  if (element.matches('script, style, noscript, template')) return ''
  if (element.querySelector(':not(span, b, wbr, br, em, strong)')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    return own.map((node) => node.textContent ?? '').join(' ')
  }
  return element.textContent
}
