import { findCores, type Core } from './findCores'
import { findPairs, findTriples, type Frame } from './findFrames'
import { crop, findDenseAreas } from './findDenseAreas'
import { alignGrid, findUpright, fitGrid, type Grid } from './fitGrid'
import {
  double,
  flattenOver,
  halve,
  hasTransparency,
  sharpen,
  toGray,
  toPixels,
  type Gray,
} from './pixels'
import { project } from './projection'
import type { Pixels, Point, QrCode, QrReading } from './qrReading'
import { inReadingOrder } from './readingOrder'
import { paintModules, sampleModules } from './sampleModules'

/**
 * How a decoder looks: for what is `plain` to see, dark on light and about upright; for all that it can
 * find (`hard`); or at one upright code and nothing else (`clean`).
 */
export type Look = 'plain' | 'hard' | 'clean'
export type ReadSymbols = (image: Pixels, look: Look) => Promise<readonly QrCode[]>

interface Tools {
  readonly readSymbols: ReadSymbols
  readonly hasTime: () => boolean
}

/** Over which shade transparent pictures are looked at, until codes are found. */
const PAPERS = [255, 0]

/**
 * What is tried where the decoder alone finds nothing, in the order that measured best. `scales` are how
 * many pixels of the image one pixel of the treated picture stands for.
 */
const TREATMENTS: readonly Treatment[] = [
  // No quiet zone, faint, recoloured, restyled: all three finders are there.
  { find: ({ cores }) => findTriples(cores), treat: same, scales: [1, 2, 4, 8] },
  // One finder is covered or cut off.
  {
    find: ({ gray, cores }) => findPairs(findUpright(gray, cores)),
    treat: same,
    scales: [1, 2, 4, 8],
  },
  // Blurred.
  { find: ({ cores }) => findTriples(cores), treat: sharpen, scales: [1, 2, 4] },
]

interface Treatment {
  readonly find: (picture: Picture) => readonly Frame[]
  readonly treat: (gray: Gray) => Gray
  readonly scales: readonly number[]
}

/** A screen of so many pixels draws modules of several; half of it shows every code that is left. */
const DENSE_PIXELS = 4_000_000
const MIN_FIT = 0.5
const MAX_TRIES = 16

/** Every QR code in the image, in the order in which it is read. */
export async function readQrCodes(image: Pixels, tools: Tools): Promise<QrReading> {
  const papers = hasTransparency(image) ? PAPERS : [undefined]
  for (const paper of papers) {
    const flat = paper === undefined ? image : flattenOver(image, paper)
    const codes = await readFlat(flat, tools)
    if (codes.length > 0) return { codes: inReadingOrder(codes), isComplete: true }
  }
  return { codes: [], isComplete: tools.hasTime() }
}

/** First what the decoder sees, at a glance or on a closer look, then what it needs help with. */
async function readFlat(flat: Pixels, tools: Tools): Promise<readonly QrCode[]> {
  const plain = await tools.readSymbols(flat, 'plain')
  const seen = plain.length > 0 ? plain : await tools.readSymbols(flat, 'hard')
  const pictures = createPictures(toGray(flat))
  if (seen.length > 0) return [...seen, ...(await readRest(pictures, seen, tools))]
  for (const { find, treat, scales } of TREATMENTS) {
    for (const scale of scales) {
      if (!tools.hasTime()) return []
      const codes = await readFrames(pictures(scale, treat), scale, find, [], tools)
      if (codes.length > 0) return [...codes, ...(await readRest(pictures, codes, tools))]
    }
  }
  return readTiny(pictures(1, same).gray, tools)
}

/** The codes beside those that are known: the ones that are harder to see than their neighbours. */
async function readRest(
  pictures: Pictures,
  known: readonly QrCode[],
  tools: Tools,
): Promise<readonly QrCode[]> {
  const scale = pictures(1, same).gray.data.length > DENSE_PIXELS ? 2 : 1
  return readFrames(pictures(scale, same), scale, ({ cores }) => findTriples(cores), known, tools)
}

/** Codes whose modules are hardly larger than a pixel, twice as large and sharpened. */
async function readTiny(full: Gray, tools: Tools): Promise<readonly QrCode[]> {
  const codes: QrCode[] = []
  for (const area of findDenseAreas(full)) {
    if (!tools.hasTime()) break
    const gray = double(crop(full, area))
    const sharp = sharpen(gray)
    const picture = { gray: sharp, cores: findCores(sharp) }
    const framed = await readFrames(picture, 0.5, ({ cores }) => findTriples(cores), [], tools)
    const found = framed.length > 0 ? framed : await tools.readSymbols(toPixels(gray), 'hard')
    for (const { text, corners } of found) {
      const scale = framed.length > 0 ? 1 : 0.5
      const moved = zoom(corners, scale).map(({ x, y }) => ({ x: x + area.left, y: y + area.top }))
      codes.push({ text, corners: moved })
    }
  }
  return codes
}

async function readFrames(
  { gray, cores }: Picture,
  scale: number,
  find: Treatment['find'],
  known: readonly QrCode[],
  tools: Tools,
): Promise<readonly QrCode[]> {
  const codes: QrCode[] = []
  const isFree = ({ x, y }: Point) =>
    ![...known, ...codes].some(({ corners }) => isInBox(corners, { x: x * scale, y: y * scale }))
  let tries = 0
  for (const frame of find({ gray, cores: cores.filter(isFree) })) {
    if (tries >= MAX_TRIES || !tools.hasTime()) break
    if (!frame.cores.every(isFree)) continue
    const grid = fitGrid(gray, frame)
    if (!grid || grid.fit < MIN_FIT) continue
    tries++
    const text = await readGrid(gray, grid, tools.readSymbols)
    if (text !== undefined) codes.push({ text, corners: zoom(cornersOf(grid), scale) })
  }
  return codes
}

/** The text of the code that lies under the grid. */
async function readGrid(
  gray: Gray,
  grid: Grid,
  readSymbols: ReadSymbols,
): Promise<string | undefined> {
  for (const attempt of [grid, alignGrid(gray, grid)]) {
    if (!attempt) continue
    for (const picture of paintModules(sampleModules(gray, attempt), attempt.size)) {
      const [code] = await readSymbols(picture, 'clean')
      if (code) return code.text
    }
  }
  return undefined
}

interface Picture {
  readonly gray: Gray
  readonly cores: readonly Core[]
}
type Pictures = (scale: number, treat: Treatment['treat']) => Picture

/** The image in other sizes and treatments, each made once and only when it is asked for. */
function createPictures(full: Gray): Pictures {
  const sizes = new Map<number, Gray>([[1, full]])
  const made = new Map<string, Picture>()
  const inSize = (scale: number): Gray => {
    const known = sizes.get(scale)
    const gray = known ?? halve(inSize(scale / 2))
    sizes.set(scale, gray)
    return gray
  }
  return (scale, treat) => {
    const key = `${treat.name} ${String(scale)}`
    const gray = made.get(key)?.gray ?? treat(inSize(scale))
    const picture = made.get(key) ?? { gray, cores: findCores(gray) }
    made.set(key, picture)
    return picture
  }
}

function same(gray: Gray): Gray {
  return gray
}

function cornersOf({ size, projection }: Grid): readonly Point[] {
  return [
    project(projection, 0, 0),
    project(projection, size, 0),
    project(projection, size, size),
    project(projection, 0, size),
  ]
}

function zoom(corners: readonly Point[], scale: number): readonly Point[] {
  return corners.map(({ x, y }) => ({ x: x * scale, y: y * scale }))
}

function isInBox(corners: readonly Point[], { x, y }: Point): boolean {
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  return (
    x >= Math.min(...xs) && x <= Math.max(...xs) && y >= Math.min(...ys) && y <= Math.max(...ys)
  )
}
