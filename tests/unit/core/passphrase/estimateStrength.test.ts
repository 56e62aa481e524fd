import { expect, it } from 'vitest'
import { estimateStrength } from '@/utils/core/passphrase/estimateStrength'

it.each([
  ['a', 'very-weak'],
  ['password', 'very-weak'],
  ['rahasia', 'very-weak'],
  ['sayangku', 'very-weak'],
  ['sandi', 'very-weak'],
  ['Sandi123', 'very-weak'],
  ['frasa sandi', 'very-weak'],
  ['qwertyuiop', 'very-weak'],
  ['17081945', 'very-weak'],
  ['jakarta2024', 'very-weak'],
  ['kopi hitam', 'fair'],
  ['x9$Kq2vLp0', 'fair'],
  ['aku cinta kamu', 'good'],
  ['kopi angin perak lima', 'strong'],
  ['correct horse battery staple', 'strong'],
])('calls %j %s', (passphrase, level) => {
  expect(estimateStrength(passphrase).level).toBe(level)
})

it.each([
  ['password', 'common'],
  ['rahasiaku', 'word'],
  ['17081945', 'date'],
  ['xyxyxyxyxy', 'repeat'],
  ['efghijklm', 'sequence'],
  ['x9$Kq2vLp0', 'short'],
  ['kopi angin perak lima', undefined],
])('says of %j what makes it easy: %s', (passphrase, reason) => {
  expect(estimateStrength(passphrase).reason).toBe(reason)
})

it('means the same for the same characters from another keyboard', () => {
  // Full-width letters of an input method become plain ones before the key is made of them.
  expect(estimateStrength('ｐａｓｓｗｏｒｄ')).toEqual(estimateStrength('password'))
})

it('stays calm at a text that is no passphrase any more', () => {
  expect(estimateStrength('kopi angin '.repeat(300)).level).toBe('strong')
})
