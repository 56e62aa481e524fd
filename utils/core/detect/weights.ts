/**
 * What each piece of evidence is worth. A field is taken for a code field from THRESHOLD on. Found by
 * hand and checked by `npm run bench -- weights`, which leaves whole applications out in turn.
 */
export const THRESHOLD = 3.9

export const WEIGHTS = {
  // Strong, but sites put it on recovery codes and pairing codes too: words can outrank it.
  autocomplete: 5,
  'autocomplete-other': -9,
  // A name of a one-time code says it all; the further from the field, the less.
  'one-time-own': 4.6,
  'one-time-near': 3.2,
  'one-time-around': 2.2,
  'one-time-wrapper': 1.6,
  // "Verification code" is used for captchas and certificates as well.
  'phrase-own': 4.2,
  'phrase-near': 2.8,
  'phrase-around': 1.6,
  'phrase-wrapper': 1.2,
  'code-own': 1.7,
  'code-near': 0.9,
  'verify-around': 0.7,
  // It has a label, which speaks of something else.
  'named-otherwise': -1.5,
  // Shape.
  numeric: 0.8,
  length: 1,
  'length-four': -0.6,
  'length-short': -6,
  'length-long': -2,
  'digit-pattern': 0.6,
  'letter-pattern': -4,
  placeholder: 1.2,
  // The only field of a page that speaks of codes.
  alone: 1.3,
  'many-fields': -1.5,
  password: -5,
  'password-one-time': -0.5,
  // Split fields.
  'boxes-6': 2.7,
  'boxes-8': 1.9,
  'boxes-7': 1.5,
  'boxes-5': 0.9,
  'boxes-4': 0.9,
  'boxes-2': 0.5,
  // Words that name something else.
  'lookalike-own': -12,
  'lookalike-own-beside-one-time': -7,
  // What to enter, said before the field, is a recovery code and nothing else.
  'recovery-asked': -20,
  'lookalike-near': -5,
  'lookalike-near-beside-name': -1,
  'recovery-around': -4,
  'lookalike-around': -3,
  'chosen-pin': -5,
  'other-field': -5,
  // It takes the key of an authenticator, a search, a number to send to.
  'setup-key': -14,
  search: -12,
  address: -9,
  // Somebody enters a key on this page, so that codes are made or tried out here.
  'beside-setup-key': -3,
  // Not a word around it is about signing in or making sure of something.
  unspoken: -2,
  'card-form': -8,
  'captcha-image': -5,
  'captcha-form': -1.5,
  'captcha-word': -3,
} as const

export type Reason = keyof typeof WEIGHTS
