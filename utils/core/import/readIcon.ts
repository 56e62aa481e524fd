import { fromBase64, toBase64, type Bytes } from '../bytes'

/** A picture as a file holds it. Its stated type does not count. */
export type RawIcon = string | Bytes

export const MAX_ICON_BYTES = 1024 * 1024

const TYPES: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
]

/** A picture as a `data:` URL, or `undefined`: SVG is a program, and no icon is larger than this. */
export function readIcon(raw: RawIcon): string | undefined {
  const bytes = typeof raw === 'string' ? fromBase64(raw.replace(/^data:[^,]{0,100},/u, '')) : raw
  if (!bytes || bytes.length === 0 || bytes.length > MAX_ICON_BYTES) return undefined
  const type = TYPES.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0]
  return type && `data:${type};base64,${toBase64(bytes)}`
}
