import { expect, it } from 'vitest'
import { MAX_NOTE_CHARACTERS, MAX_TAGS } from '../../../../utils/core/import/cleanExtras'
import { readEntry, type RawEntry } from '../../../../utils/core/import/readEntry'

const ENTRY: RawEntry = { type: 'totp', secret: 'MFRGGZDFMZTWQ2LK', issuer: 'A', account: 'me' }
const TAGS = Array.from({ length: MAX_TAGS }, (_, at) => `tag ${String(at)}`)

it.each<[string, Partial<RawEntry>, readonly string[]]>([
  ['nothing where all of it came', { tags: [...TAGS, 'tag 0'], note: 'x' }, []],
  ['tags of which some were left out', { tags: [...TAGS, 'one more'] }, ['tags-left-out']],
  ['a note that was cut', { note: 'x'.repeat(MAX_NOTE_CHARACTERS + 1) }, ['note-shortened']],
])('remarks on %s', (_name, extras, remarks) => {
  expect(readEntry({ ...ENTRY, ...extras })).toMatchObject({ ok: true, remarks })
})
