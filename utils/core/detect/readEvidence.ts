import { createLexicon } from './createLexicon'
import { normalizeText } from './normalizeText'
import { AGAIN } from './vocabulary/again'
import { CHANNELS } from './vocabulary/channels'
import {
  CHOSEN_PIN,
  LOOKALIKES,
  OR,
  OTHER_FIELDS,
  PASSWORD,
  SEARCH,
  SETUP_KEY,
} from './vocabulary/lookalikes'
import { MAIL_ADDRESS } from './vocabulary/sent'
import { AUTHENTICATOR, CODE, ONE_TIME, PHRASES, VERIFY } from './vocabulary/meanings'

export type Channel = keyof typeof CHANNELS
export type Lookalike = keyof typeof LOOKALIKES

/** What the words of one text say. A term stands for its meaning, so that a judgement can name it. */
export interface Evidence {
  readonly oneTime?: string | undefined
  /** Two words that together name a code: "verification" and "code". */
  readonly phrase?: string | undefined
  readonly code?: string | undefined
  readonly verify?: string | undefined
  readonly authenticator?: string | undefined
  readonly channel?: Channel | undefined
  readonly lookalike?: { readonly kind: Lookalike; readonly term: string } | undefined
  readonly chosenPin?: string | undefined
  readonly otherField?: string | undefined
  readonly setupKey?: string | undefined
  readonly search?: string | undefined
  /** A way to have a code sent once more. */
  readonly again?: string | undefined
  readonly hasOr: boolean
  readonly hasPassword: boolean
  /** It names a recovery code, and no other code that could be entered instead. */
  readonly asksRecovery: boolean
}

/** How far apart two words may stand to name one thing, in characters. */
const MAX_DISTANCE = 22
/** By itself the name of a key; a secret code may be a one-time code. */
const SECRET = /^\s*secret\s*$/imu
const RECOVERY = 'lookalike:recovery'
const ONE_TOO = ['oneTime', 'phrase', 'authenticator', 'verify']
const SENTENCE = /(?<=[.!?。！？؟;])\s+|(?<=[。！？])|\n/u
const QUESTION = /[?？؟]\s*$/u
const NOTHING: Evidence = { hasOr: false, hasPassword: false, asksRecovery: false }

const findTerms = createLexicon({
  oneTime: ONE_TIME,
  code: CODE,
  verify: VERIFY,
  phrase: PHRASES,
  authenticator: AUTHENTICATOR,
  chosenPin: CHOSEN_PIN,
  otherField: OTHER_FIELDS.person,
  setupKey: SETUP_KEY,
  search: SEARCH,
  or: OR,
  password: PASSWORD,
  again: AGAIN,
  ...prefixed('channel', CHANNELS),
  ...prefixed('lookalike', LOOKALIKES),
})

/** Makes the index of all words ahead of the first text, which would wait for it. */
export function prepareWords(): void {
  findTerms('')
}

/** Reads what a text says; equal texts are read once. */
export function createEvidenceReader(): (text: string) => Evidence {
  const known = new Map<string, Evidence>()
  return (text) => {
    const evidence = known.get(text) ?? readEvidence(text)
    known.set(text, evidence)
    return evidence
  }
}

/** Lines are read apart, so that words of different labels do not make a phrase. */
function readEvidence(text: string): Evidence {
  // The words of a mail address name its owner and its provider, not what the page is about.
  const prose = text.replace(MAIL_ADDRESS, ' ')
  const lines = prose.split('\n').map((line) => dropCovered(findTerms(normalizeText(line))))
  const found = lines.flat()
  if (found.length === 0 && !SECRET.test(prose)) return NOTHING
  const first = (meaning: string) => found.find((it) => it.meaning === meaning)?.term
  const firstOf = (prefix: string) => found.find(({ meaning }) => meaning.startsWith(prefix))
  const channel = firstOf('channel:')
  const lookalike = readLookalike(found)
  return {
    oneTime: first('oneTime'),
    phrase: first('phrase') ?? lines.map(findPair).find((pair) => pair !== undefined),
    code: first('code'),
    verify: first('verify'),
    authenticator: first('authenticator'),
    // The lexicon was built from these very keys.
    channel: channel && (channel.meaning.slice('channel:'.length) as Channel),
    lookalike,
    chosenPin: first('chosenPin'),
    otherField: first('otherField'),
    setupKey: first('setupKey') ?? SECRET.exec(prose)?.[0].trim(),
    search: first('search'),
    again: first('again'),
    hasOr: first('or') !== undefined,
    hasPassword: first('password') !== undefined,
    asksRecovery: lookalike?.kind === 'recovery' && asksRecovery(prose),
  }
}

/** The first; one that names a recovery code goes before others. */
function readLookalike(found: readonly Place[]): Evidence['lookalike'] {
  const all = found.filter(({ meaning }) => meaning.startsWith('lookalike:'))
  const one = all.find(({ meaning }) => meaning === RECOVERY) ?? all[0]
  return one && { kind: one.meaning.slice('lookalike:'.length) as Lookalike, term: one.term }
}

/** A question ("No access to your codes?") asks for nothing; "a code of the app or a recovery code" takes both. */
function asksRecovery(prose: string): boolean {
  const sentences = prose.split(SENTENCE).filter((sentence) => !QUESTION.test(sentence))
  const asked = sentences.map((sentence) => ({
    sentence,
    meanings: new Set(findTerms(normalizeText(sentence)).map(({ meaning }) => meaning)),
  }))
  const isRecovery = (meanings: ReadonlySet<string>) => meanings.has(RECOVERY)
  return (
    asked.some(({ meanings }) => isRecovery(meanings)) &&
    asked.every(({ sentence, meanings }) =>
      isRecovery(meanings)
        ? !namesBoth(sentence, meanings)
        : !meanings.has('code') && !meanings.has('phrase'),
    )
  )
}

function namesBoth(sentence: string, meanings: ReadonlySet<string>): boolean {
  const hasOr = meanings.has('or') || sentence.includes('/')
  return hasOr && ONE_TOO.some((meaning) => meanings.has(meaning))
}

/** "Cep telefonu" is a phone in Turkish, and no Portuguese postal code: a channel's longer name wins. */
function dropCovered(found: readonly Place[]): readonly Place[] {
  const channels = found.filter(({ meaning }) => meaning.startsWith('channel:'))
  if (channels.length === 0) return found
  const isCovered = ({ meaning, start, end }: Place) =>
    meaning.startsWith('lookalike:') &&
    channels.some((it) => it.start <= start && it.end >= end && it.end - it.start > end - start)
  return found.filter((it) => !isCovered(it))
}

interface Place {
  readonly meaning: string
  readonly term: string
  readonly start: number
  readonly end: number
}

function findPair(found: readonly Place[]): string | undefined {
  const codes = found.filter(({ meaning }) => meaning === 'code')
  for (const verify of found) {
    if (verify.meaning !== 'verify') continue
    const code = codes.find(
      ({ start, end }) => Math.max(start - verify.end, verify.start - end) <= MAX_DISTANCE,
    )
    if (code) return `${verify.term}+${code.term}`
  }
  return undefined
}

function prefixed<Group extends string, T>(prefix: string, groups: Readonly<Record<Group, T>>) {
  const entries = Object.entries(groups) as [Group, T][]
  return Object.fromEntries(entries.map(([key, value]) => [`${prefix}:${key}`, value])) as Record<
    string,
    T
  >
}
