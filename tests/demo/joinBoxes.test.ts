// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { joinBoxes } from '../../demo/services/dompet/joinBoxes.ts'

let boxes: HTMLInputElement[]

beforeEach(() => {
  document.body.innerHTML = `<form><div id="group">${'<input type="text">'.repeat(6)}<input type="hidden" name="otp"></div></form>`
  boxes = [...document.querySelectorAll<HTMLInputElement>('input[type=text]')]
  const group = document.querySelector<HTMLElement>('#group')
  if (group) joinBoxes(group)
})

function type(index: number, text: string): void {
  const box = boxes[index]
  if (!box) throw new Error('No such box')
  box.value = text
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

function readBoxes(): string {
  return boxes.map((box) => box.value || '_').join('')
}

describe('joinBoxes', () => {
  it('moves on after a digit', () => {
    type(0, '7')
    expect(document.activeElement).toBe(boxes[1])
  })

  it('spreads a whole code typed into one box', () => {
    type(0, '123456')
    expect(readBoxes()).toBe('123456')
  })

  it('refuses letters', () => {
    type(0, 'a')
    expect(readBoxes()).toBe('______')
  })

  it('goes back and clears on backspace in an empty box', () => {
    type(0, '7')
    boxes[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true }))
    expect(readBoxes()).toBe('______')
    expect(document.activeElement).toBe(boxes[0])
  })

  it('joins the digits only on submit', () => {
    const hidden = document.querySelector<HTMLInputElement>('input[name=otp]')
    type(0, '123456')
    expect(hidden?.value).toBe('')
    document.querySelector('form')?.dispatchEvent(new Event('submit'))
    expect(hidden?.value).toBe('123456')
  })

  it('uses nothing from outside its own body, since pages get it as text', () => {
    expect(joinBoxes.toString()).not.toMatch(/\b__\w+|\bimport\b/)
  })
})
