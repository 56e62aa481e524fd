/**
 * What a frame may ask for. `authenticator` and `any` are codes of the vault; the others reach the person
 * by another way, and `none` is no code at all.
 */
export const PAGE_KINDS = [
  'authenticator',
  'any',
  'sms',
  'email',
  'whatsapp',
  'telegram',
  'voice',
  'push',
  // By one of these, and the page does not say which.
  'sent',
  'recovery',
  'none',
] as const

export type PageKind = (typeof PAGE_KINDS)[number]

/** Kinds that a code of the vault answers. */
export function isOfVault(kind: PageKind): boolean {
  return kind === 'authenticator' || kind === 'any'
}
