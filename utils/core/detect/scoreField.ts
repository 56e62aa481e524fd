import type { FieldTraits } from './fieldTraits'
import type { Evidence, Lookalike } from './readEvidence'
import { WEIGHTS, type Reason } from './weights'

/** A judgement with its reasons, so that a wrong one can be explained and a test can ask why. */
export interface Score {
  readonly value: number
  readonly reasons: readonly string[]
}

/** What the words in and around one field say, by how far they stand from it. */
export interface FieldEvidence {
  readonly names: Evidence
  readonly label: Evidence
  readonly near: Evidence
  readonly before: Evidence
  readonly wrapper: Evidence
  readonly form: Evidence
  readonly page: Evidence
}

/** What the other fields of the page say about this one. */
export interface Company {
  /** Visible fields that a person would type into, this one (or its boxes) not counted. */
  readonly others: number
  readonly hasPassword: boolean
  readonly hasCaptcha: boolean
  readonly hasCard: boolean
  readonly hasSetupKey: boolean
  /** Whether it stands for a row of boxes. */
  readonly isRow: boolean
}

const OTHER_AUTOCOMPLETE =
  /(?:^|\s)(?:cc-\S+|postal-code|tel\S*|email|username|current-password|new-password|street-address|address-\S+|country\S*|bday\S*|(?:given-|family-|additional-)?name|organization\S*|url|sex|language|transaction-\S+)(?:\s|$)/u
const DIGIT_PATTERN = /\\d|\[0-9|\[\\d/u
const LETTER_PATTERN = /a-z|A-Z|\\w/u
const CODE_PLACEHOLDER = /^(?:[0•●*#x_·\-–—\s]{4,11}|1 ?2 ?3[ -]?4 ?5 ?6(?: ?7 ?8)?)$/iu
/** An example of a phone number or a mail address: more digits than any code has. */
const ADDRESS_PLACEHOLDER = /^\+?(?:[\s().x-]*\d){9,15}$|^\+\d{1,3}\b|\S@\S+\.\p{L}{2}/iu
const STRICT: ReadonlySet<Lookalike> = new Set(['recovery', 'card', 'captcha'])
/** Words that in their languages name captchas at least as often as codes. */
const CAPTCHA_TOO = /验证码|驗證碼|do[gğ]rulama kodu|güvenlik kodu|введите код/iu

export function scoreField(traits: FieldTraits, texts: FieldEvidence, company: Company): Score {
  const reasons: string[] = []
  let value = 0
  const add = (reason: Reason, detail?: string) => {
    value += WEIGHTS[reason]
    reasons.push(detail === undefined ? reason : `${reason}:${detail}`)
  }
  if (/(?:^|\s)one-time-code(?:\s|$)/u.test(traits.autocomplete)) add('autocomplete')
  else if (OTHER_AUTOCOMPLETE.test(traits.autocomplete)) add('autocomplete-other')
  addNames(texts, /\p{L}{3}/u.test(traits.label), add)
  addShape(traits, add)
  addCompany(traits, texts, company, add)
  addDoubts(traits, texts, company, add)
  return { value, reasons }
}

type Add = (reason: Reason, detail?: string) => void

function addNames(
  { names, label, near, wrapper, form, page }: FieldEvidence,
  hasWords: boolean,
  add: Add,
): void {
  const oneTime = label.oneTime ?? names.oneTime
  const phrase = label.phrase ?? names.phrase
  const code = label.code ?? names.code
  if (oneTime) add('one-time-own', oneTime)
  else if (phrase) add('phrase-own', phrase)
  else if (code) add('code-own', code)
  else if (hasWords) add('named-otherwise')

  if (near.oneTime) add('one-time-near', near.oneTime)
  else if (near.phrase) add('phrase-near', near.phrase)
  else if (near.code) add('code-near', near.code)

  if (wrapper.oneTime) add('one-time-wrapper', wrapper.oneTime)
  else if (wrapper.phrase) add('phrase-wrapper', wrapper.phrase)

  const around = form.oneTime ?? page.oneTime
  const aroundPhrase = form.phrase ?? page.phrase
  const aroundVerify = form.verify ?? page.verify
  if (around) add('one-time-around', around)
  else if (aroundPhrase) add('phrase-around', aroundPhrase)
  else if (aroundVerify) add('verify-around', aroundVerify)
}

function addShape(traits: FieldTraits, add: Add): void {
  const { type, inputMode, maxLength, minLength, pattern, placeholder } = traits
  if (inputMode === 'numeric' || inputMode === 'decimal' || type === 'number' || type === 'tel')
    add('numeric')
  if ((maxLength >= 6 && maxLength <= 8) || minLength === 6) add('length')
  else if (maxLength > 0 && maxLength <= 3) add('length-short')
  else if (maxLength === 4 || maxLength === 5) add('length-four')
  else if (maxLength > 20) add('length-long')
  if (LETTER_PATTERN.test(pattern)) add('letter-pattern')
  else if (DIGIT_PATTERN.test(pattern)) add('digit-pattern')
  if (CODE_PLACEHOLDER.test(placeholder.trim())) add('placeholder')
}

function addCompany(traits: FieldTraits, texts: FieldEvidence, company: Company, add: Add): void {
  const speaks =
    hasName(texts.form) || hasName(texts.page) || hasName(texts.near) || hasName(texts.label)
  if (company.others === 0 && speaks) add('alone')
  if (company.others > 4 && !hasOneTime(texts)) add('many-fields')
  if (company.hasCard && !hasOneTime(texts)) add('card-form')
  if (company.hasCaptcha && !hasOneTime(texts)) add('captcha-form')
  // A setting of the generator: how many digits it makes.
  const isSetting = /^digits?$/u.test(texts.label.code ?? '') && !texts.label.phrase
  if (company.hasSetupKey && isSetting) add('beside-setup-key')
  if (speaksOfElse(traits, texts)) add('unspoken')
  // A row of boxes that hide their digits is a PIN, unless what stands before it names a one-time code.
  const isOneTime = hasOneTime(texts) || (company.isRow && texts.before.oneTime !== undefined)
  if (traits.type === 'password') add(isOneTime ? 'password-one-time' : 'password')
}

/** Words and pictures that say that it is another kind of field. */
function addDoubts(traits: FieldTraits, texts: FieldEvidence, company: Company, add: Add): void {
  const { names, label, near, before, page } = texts
  const own = label.lookalike ?? names.lookalike
  const hasName = hasOneTime(texts) || label.phrase !== undefined || names.phrase !== undefined
  const takesBoth =
    own?.kind === 'recovery' &&
    (label.hasOr || traits.label.includes('/')) &&
    (label.oneTime ?? label.phrase) !== undefined &&
    !names.lookalike
  if (own && !takesBoth) {
    // Machines' names are chosen with care; a sentence for people may mention a device or a ticket.
    const isStrict =
      STRICT.has(own.kind) || (names.lookalike !== undefined && names.oneTime === undefined)
    add(
      hasOneTime(texts) && !isStrict ? 'lookalike-own-beside-one-time' : 'lookalike-own',
      own.term,
    )
  } else if (before.asksRecovery && !before.hasPassword && !label.oneTime) {
    add('recovery-asked', before.lookalike?.term)
  } else if (near.lookalike) {
    add(hasName ? 'lookalike-near-beside-name' : 'lookalike-near', near.lookalike.term)
  }
  const around = page.lookalike
  const isPasswordPage = around?.kind === 'recovery' && page.hasPassword
  if (around && !own && !isPasswordPage && !hasOneTime(texts)) {
    add(around.kind === 'recovery' ? 'recovery-around' : 'lookalike-around', around.term)
  }
  const pin = label.chosenPin ?? names.chosenPin ?? near.chosenPin ?? page.chosenPin
  if (pin && !hasOneTime(texts) && !near.oneTime && !page.oneTime) add('chosen-pin', pin)
  const named = label.oneTime ?? label.phrase ?? label.code
  const key = label.setupKey ?? (named === undefined ? names.setupKey : undefined)
  if (key) add('setup-key', key)
  if ((label.search ?? names.search) && !names.oneTime) add('search', label.search ?? names.search)
  if (ADDRESS_PLACEHOLDER.test(traits.placeholder.trim()) && !hasOneTime(texts)) add('address')
  const other = label.otherField ?? names.otherField
  if (other && !hasName && !label.code && !names.code) add('other-field', other)
  if (hasOneTime(texts)) return
  if (traits.hasImage) add('captcha-image')
  else if (company.hasPassword && CAPTCHA_TOO.test(traits.label) && !isDelivered(texts))
    add('captcha-word')
}

/** There are words, and none is about signing in. */
function speaksOfElse(traits: FieldTraits, texts: FieldEvidence): boolean {
  const { autocomplete, label, near, form, page } = traits
  const isBareCode = texts.label.code !== undefined && /^\P{L}*\p{L}+\P{L}*$/u.test(label)
  if (isBareCode || autocomplete.includes('one-time-code')) return false
  const isTold = Object.values(texts).some(
    ({ oneTime, phrase, verify, authenticator, channel }: Evidence) =>
      (oneTime ?? phrase ?? verify ?? authenticator ?? channel) !== undefined,
  )
  return !isTold && /\p{L}{3}/u.test(label + near + form + page)
}

function isDelivered({ label, near, form, page }: FieldEvidence): boolean {
  return [label, near, form, page].some(
    (it) => it.channel !== undefined || it.oneTime !== undefined,
  )
}

function hasOneTime({ names, label }: FieldEvidence): boolean {
  return names.oneTime !== undefined || label.oneTime !== undefined
}

function hasName(evidence: Evidence): boolean {
  return (
    evidence.oneTime !== undefined || evidence.phrase !== undefined || evidence.code !== undefined
  )
}
