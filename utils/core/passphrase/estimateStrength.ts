import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs } from '@zxcvbn-ts/language-common'
import english from './lists/known-en.txt?raw'
import indonesian from './lists/known-id.txt?raw'
import passwords from './lists/known-passwords.txt?raw'
import { readWords } from './readWords'

/** What an attacker tries early, because it is this extension's vault. */
const OWN_WORDS = [
  ...['sandi', 'frasa sandi', 'kata sandi', 'katasandi', 'brankas', 'rahasia', 'kode'],
  ...['vault', 'passphrase', 'authenticator', 'otp', 'totp', '2fa', 'code'],
]
/** How many guesses a second someone with rented graphics cards makes against the stored vault. */
const GUESSES_PER_SECOND = 10_000

export type StrengthLevel = 'very-weak' | 'weak' | 'fair' | 'good' | 'strong'
/** The one thing that makes this passphrase easier to guess than it looks. */
export type StrengthReason =
  'common' | 'word' | 'keyboard' | 'repeat' | 'sequence' | 'date' | 'short'

export interface Strength {
  readonly level: StrengthLevel
  /** How long guessing takes on average, by someone who has the stored vault. */
  readonly seconds: number
  readonly reason: StrengthReason | undefined
}

/**
 * How hard a passphrase is to guess, by the cheapest way through words, names, keyboard patterns, dates
 * and repetitions (zxcvbn). The levels are its scores; `strong` is ten thousand times its best one.
 */
export function estimateStrength(passphrase: string): Strength {
  const { guessesLog10, score, sequence } = estimator().check(passphrase.normalize('NFKC'))
  const level = LEVELS[score]
  return {
    level: level === 'good' && guessesLog10 >= 14 ? 'strong' : level,
    seconds: 10 ** guessesLog10 / 2 / GUESSES_PER_SECOND,
    reason: findReason(sequence, [...passphrase].length),
  }
}

const LEVELS = ['very-weak', 'very-weak', 'weak', 'fair', 'good'] as const

let built: ZxcvbnFactory | undefined

/** Built at the first use: ranking the lists takes a moment. */
function estimator(): ZxcvbnFactory {
  built ??= new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: {
      passwords: readWords(passwords),
      'commonWords-en': readWords(english),
      'commonWords-id': readWords(indonesian),
      own: OWN_WORDS,
    },
  })
  return built
}

interface Part {
  readonly pattern: string
  readonly token: string
  readonly dictionaryName?: unknown
}

/** The pattern that covers most of what was typed. */
function findReason(parts: readonly Part[], length: number): StrengthReason | undefined {
  const [longest] = parts.toSorted((a, b) => b.token.length - a.token.length)
  const reason = longest && reasonOf(longest)
  if (reason && longest.token.length * 2 >= length) return reason
  return length < 12 ? 'short' : undefined
}

function reasonOf({ pattern, dictionaryName }: Part): StrengthReason | undefined {
  if (pattern !== 'dictionary') return REASONS[pattern]
  return dictionaryName === 'passwords' ? 'common' : 'word'
}

const REASONS: Readonly<Record<string, StrengthReason>> = {
  spatial: 'keyboard',
  repeat: 'repeat',
  sequence: 'sequence',
  date: 'date',
  regex: 'date',
}
