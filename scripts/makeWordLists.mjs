// Cuts the word lists of utils/core/passphrase out of the packages that bring them. Run it after an
// update of those; the lists are kept in the repository, so that the product carries no more than it uses.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { dictionary as indonesian } from '@zxcvbn-ts/language-id'

const LISTS = join(import.meta.dirname, '..', 'utils/core/passphrase/lists')

// Most frequent first: the place in the list says how soon an attacker tries the word.
write('known-passwords', common['passwords-common'].slice(0, 20_000))
write('known-en', interleave(english['commonWords-en'].slice(0, 12_000), english['firstnames-en']))
write('known-id', interleave(indonesian['commonWords-id'].slice(0, 12_000), indonesian['names-id']))
// Read aloud and typed without doubt: the long word list of the Electronic Frontier Foundation.
write('suggest-en', common['diceware-common'])

/** Names are tried as early as words are. */
function interleave(words, names) {
  return words.flatMap((word, at) => (names[at] === undefined ? [word] : [word, names[at]]))
}

function write(name, words) {
  const unique = [...new Set(words.filter((word) => !/\s/u.test(word)))]
  writeFileSync(join(LISTS, `${name}.txt`), `${unique.join('\n')}\n`)
}
