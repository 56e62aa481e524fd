import { expect, it } from 'vitest'
import { describeQrText } from '@/utils/core/scan/describeQrText'

it.each([
  ['https://example.com/a', 'url'],
  ['WWW.EXAMPLE.COM', 'url'],
  ['WIFI:T:WPA;S:home;P:made up;;', 'wifi'],
  ['00020101021126570011ID.DANA.WWW', 'payment'],
  ['bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'payment'],
  ['BEGIN:VCARD\nVERSION:3.0', 'contact'],
  ['MECARD:N:Doe;;', 'contact'],
  ['mailto:a@example.com', 'message'],
  ['tel:+62215550100', 'message'],
  ['geo:-6.2,106.8', 'place'],
  ['BEGIN:VEVENT', 'event'],
  ['JBSWY3DPEHPK3PXP', 'key'],
  ['jbsw y3dp ehpk 3pxp', 'key'],
  ['Key: JBSW Y3DP EHPK 3PXP', 'key'],
  ['3132333435363738393031323334353637383930', 'key'],
  ['JBSWY3DP', 'text'],
  ['set up two steps of my account', 'text'],
  ['javascript:alert(1)', 'text'],
  ['0002', 'text'],
  ['', 'text'],
])('calls %j a %s', (text, kind) => {
  expect(describeQrText(text)).toBe(kind)
})
