// `node scripts/makeSuffixTable.mjs`: writes the table of public suffixes from the copy of the list that
// `tldts` brings. Run it after that package changed; a test compares the two.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as trie from '../node_modules/tldts/dist/es6/src/data/trie.js'

const TABLE = join(import.meta.dirname, '../utils/core/match/suffixTable.ts')
const FLAGS = { icann: 1, private: 2 }

// Where each label begins in the text that holds them all.
const starts = [0]
for (const length of trie.edgeLength) starts.push(starts.at(-1) + length)
const labelOf = (edge) => trie.labelText.slice(starts[edge], starts[edge + 1])

/** Every rule below a node, as `[name, flags]`. */
function* walk(node, name = '') {
  for (let edge = trie.edgeStart[node]; edge < trie.edgeStart[node + 1]; edge++) {
    const longer = name === '' ? labelOf(edge) : `${labelOf(edge)}.${name}`
    const child = trie.edgeChild[edge]
    if (trie.nodeFlags[child] > 0) yield [longer, trie.nodeFlags[child]]
    yield* walk(child, longer)
  }
}

/** One line per top-level domain: its name, and the rules under it without their common end. */
function write(flag) {
  const lines = new Map()
  const rules = [
    ...walk(trie.rulesRoot),
    ...[...walk(trie.exceptionsRoot)].map(([rule, flags]) => [`!${rule}`, flags]),
  ]
  for (const [rule, flags] of rules) {
    // Hosts come in their ASCII form.
    if (!(flags & flag) || /[^ -~]/u.test(rule)) continue
    const labels = rule.split('.')
    const top = labels.pop()
    // A top-level domain alone says what is true of every unknown one too.
    if (labels.length > 0) lines.set(top, [...(lines.get(top) ?? []), labels.join('.')])
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([top, rest]) => `${top} ${rest.sort().join(' ')}`)
    .join('\n')
}

writeFileSync(
  TABLE,
  `/**
 * The public suffix list (publicsuffix.org, Mozilla Public License 2.0): one line per top-level domain, with the
 * rules under it. Made by scripts/makeSuffixTable.mjs; read one line at a time, when a host asks for it.
 */
// prettier-ignore
export const PUBLIC_SUFFIXES = \`
${write(FLAGS.icann)}
\`

/** Suffixes that a company gives out under its own name. */
// prettier-ignore
export const PRIVATE_SUFFIXES = \`
${write(FLAGS.private)}
\`
`,
)
