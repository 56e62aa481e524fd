import { expect, it } from 'vitest'
import { groupCode, hideCode, spellCode } from '@/utils/ui/accounts/groupCode'

it.each([
  ['118604', '118 604'],
  ['1186049', '118 6049'],
  ['11860492', '1186 0492'],
  ['1186', '1186'],
  ['K7QXW', 'K7QXW'],
  ['1186049211', '11860 49211'],
])('groups %s as "%s"', (code, grouped) => {
  expect(groupCode(code)).toBe(grouped)
})

it('hides a code behind as many dots', () => {
  expect(hideCode(6)).toBe('••• •••')
  expect(hideCode(5)).toBe('•••••')
})

it('spells a code digit by digit, with a pause between the groups', () => {
  expect(spellCode('118604')).toBe('1 1 8, 6 0 4')
})
