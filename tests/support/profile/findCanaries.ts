import { readProfile } from './readProfile.ts'

export interface Sighting {
  readonly canary: string
  readonly form: string
  readonly file: string
}

/** Where in a browser's profile one of the words lies, in any of the forms in which it may be written. */
export function findCanaries(folder: string, canaries: readonly string[]): readonly Sighting[] {
  const forms = canaries.flatMap((canary) =>
    [...formsOf(canary)].map(([form, needle]) => ({ canary, form, needle })),
  )
  const sightings: Sighting[] = []
  for (const { file, bytes } of readProfile(folder)) {
    for (const { canary, form, needle } of forms) {
      if (bytes.includes(needle)) sightings.push({ canary, form, file })
    }
  }
  return sightings
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function formsOf(canary: string): ReadonlyMap<string, Buffer> {
  const forms = new Map<string, Buffer>()
  const sources = { utf8: Buffer.from(canary), utf16: Buffer.from(canary, 'utf16le') }
  const all = { ...sources, ...(isBase32(canary) ? { bytes: fromBase32(canary) } : {}) }
  for (const [name, bytes] of Object.entries(all)) {
    forms.set(name, bytes)
    const texts = {
      hex: bytes.toString('hex'),
      HEX: bytes.toString('hex').toUpperCase(),
      base32: toBase32(bytes),
      ...Object.fromEntries(
        [0, 1, 2].map((shift) => [`base64+${String(shift)}`, toBase64(bytes, shift)]),
      ),
    }
    for (const [form, text] of Object.entries(texts)) {
      forms.set(`${name} ${form}`, Buffer.from(text))
      forms.set(`${name} ${form} utf16`, Buffer.from(text, 'utf16le'))
    }
  }
  return forms
}

/** As it stands in the base64 of something longer, `shift` bytes after a boundary; without the edges. */
function toBase64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/u, '')
  const isEven = (shift + bytes.length) % 3 === 0
  return text.slice(shift === 0 ? 0 : shift + 1, isEven ? undefined : -1)
}

/** Without the last letter, which depends on what follows. */
function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{5}/gu) ?? []
  return groups.map((group) => BASE32.charAt(parseInt(group, 2))).join('')
}

function isBase32(text: string): boolean {
  return text.length >= 16 && /^[A-Z2-7]+$/u.test(text)
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((it) => BASE32.indexOf(it).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => parseInt(byte, 2)))
}
