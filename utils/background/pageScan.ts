import * as v from 'valibot'
import type { Finding, ScanOrigin } from '../core/scan/finding'
import type { FrameResult } from '../platform/pageScan'

const MAX_TEXT_CHARACTERS = 32 * 1024
const MAX_PICTURE_CHARACTERS = 30_000_000
const MAX_PICTURES = 24
const MAX_TEXTS = 64

// A script of ours made these, in a page that may be hostile: they are taken for no more than they are.
const texts = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARACTERS))),
  v.maxLength(MAX_TEXTS),
)
const findingsSchema = v.object({
  pictures: v.pipe(
    v.array(
      v.object({
        index: v.pipe(v.number(), v.integer(), v.minValue(0)),
        place: v.picklist(['visible', 'partly', 'outside']),
        dataUrl: v.optional(
          v.pipe(v.string(), v.maxLength(MAX_PICTURE_CHARACTERS), v.startsWith('data:image/')),
        ),
      }),
    ),
    v.maxLength(MAX_PICTURES),
  ),
  links: texts,
  keys: texts,
})

export interface PagePicture {
  readonly frameId: number
  readonly index: number
  readonly place: ScanOrigin['place']
  readonly dataUrl?: string | undefined
}

/** What the frames of a page hold beside what the screen shows of it. */
export function readFrames(frames: readonly FrameResult[]): {
  readonly findings: readonly Finding[]
  readonly pictures: readonly PagePicture[]
} {
  const known = frames.flatMap(({ frameId, result }) => {
    const checked = v.safeParse(findingsSchema, result)
    return checked.success ? [{ frameId, ...checked.output }] : []
  })
  return {
    findings: known.flatMap(({ links, keys }) => [
      ...links.map((text) => toFinding(text, 'link')),
      ...keys.map((text) => toFinding(text, 'key')),
    ]),
    pictures: known
      .flatMap(({ frameId, pictures }) => pictures.map((picture) => ({ frameId, ...picture })))
      .slice(0, MAX_PICTURES),
  }
}

function toFinding(text: string, kind: ScanOrigin['kind']): Finding {
  return { text, origin: { kind, place: 'visible' } }
}
