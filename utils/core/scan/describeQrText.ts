import { isBareKey } from '../otp/remarkKey'

export const QR_KINDS = [
  'url',
  'wifi',
  'payment',
  'contact',
  'message',
  'place',
  'event',
  'key',
  'text',
] as const
export type QrKind = (typeof QR_KINDS)[number]

// By how the text begins; EMV payment codes (QRIS and others) begin with their format indicator.
const BEGINNINGS: readonly (readonly [RegExp, QrKind])[] = [
  [/^000201/u, 'payment'],
  [/^(?:bitcoin|ethereum|litecoin|lightning|upi|bcd\n)/iu, 'payment'],
  [/^https?:\/\//iu, 'url'],
  [/^www\./iu, 'url'],
  [/^wifi:/iu, 'wifi'],
  [/^(?:begin:vcard|mecard:|bizcard:)/iu, 'contact'],
  [/^(?:mailto|matmsg|tel|sms|smsto|whatsapp):/iu, 'message'],
  [/^geo:/iu, 'place'],
  [/^begin:(?:vevent|vcalendar)/iu, 'event'],
]

/** What a code that is not for one-time codes is; its content is neither followed nor repeated. */
export function describeQrText(text: string): QrKind {
  const known = BEGINNINGS.find(([beginning]) => beginning.test(text.trim()))
  return known?.[1] ?? (isBareKey(text) ? 'key' : 'text')
}
