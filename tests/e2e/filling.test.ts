import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillPage } from '../../bench/fields/readPages.ts'
import { openFieldReader } from '../support/openFieldReader.ts'

const CODE = '428115'
const SAID = '<h2>Two-factor authentication</h2><p>Enter the code of your authenticator app</p>'
const BOXES = '<input class="b" maxlength="1" style="width:40px">'.repeat(6)
const HALVES = '<input class="b" maxlength="3" style="width:80px">'.repeat(2)
const EDITABLE =
  '<div class="b" contenteditable="true" style="display:inline-block;width:40px;height:40px"></div>'

/** Sends the row with its last digit, and empties it when the answer is no. */
const SENDS = (afterMs: number) => `
  const boxes = [...document.querySelectorAll('.b')]
  addEventListener('input', () => {
    const code = boxes.map((box) => box.value).join('')
    if (code.length < 6) return
    got.push(code)
    setTimeout(() => { for (const box of boxes) box.value = '' }, ${afterMs})
  })`
const MOVES = `
  const boxes = [...document.querySelectorAll('.b')]
  boxes.forEach((box, at) => box.addEventListener('input', () => {
    box.textContent = box.textContent.slice(-1)
    boxes[at + 1]?.focus()
    got[0] = boxes.map((it) => it.textContent).join('')
  }))`
/** Keeps the digits itself, and hears of them before they stand in the field. */
const MASKS = `
  const field = document.querySelector('input')
  field.addEventListener('beforeinput', (event) => {
    event.preventDefault()
    got[0] = (event.data ?? '').slice(0, 6)
    field.value = got[0].padEnd(6, '_')
  })`
const KEEPS = `
  addEventListener('input', () => {
    got[0] = [...document.querySelectorAll('.b')].map((box) => box.value).join('')
  })`

const DRAWN = `<div tabindex="0">${'<i style="display:inline-block;width:40px;height:44px"></i>'.repeat(6)}</div>`
/** Draws what it hears, and has no field. */
const DRAWS = `
  const row = document.querySelector('[tabindex]')
  let text = ''
  row.addEventListener('keydown', ({ key }) => {
    if (/^\\d$/.test(key) && text.length < 6) text += key
    if (key === 'Backspace') text = text.slice(0, -1)
    ;[...row.children].forEach((box, at) => { box.textContent = text[at] ?? '' })
    got[0] = text
  })`

const PAGES: readonly (readonly [string, string, string])[] = [
  ['a row that is emptied at once after it was sent', BOXES, SENDS(0)],
  ['a row that is emptied soon after it was sent', BOXES, SENDS(35)],
  ['a row that is emptied a while after it was sent', BOXES, SENDS(90)],
  ['a row of elements that can be edited', EDITABLE.repeat(6), MOVES],
  ['a field that draws a mask', '<label>Authenticator code <input value="______"></label>', MASKS],
  ['two fields for a half each', HALVES, KEEPS],
  ['a text area of one row', '<textarea class="b" name="otp" rows="1"></textarea>', KEEPS],
  ['boxes that are drawn for the keys', DRAWN, DRAWS],
  [
    'a field that opens with the focus',
    '<input class="b" name="otp" readonly onfocus="this.removeAttribute(\'readonly\')">',
    KEEPS,
  ],
]

describe('a page gets the code, once', () => {
  let browser: Browser
  let page: Page
  let reader = ''

  beforeAll(async () => {
    ;({ browser, page, reader } = await openFieldReader())
  })
  afterAll(() => browser.close())

  it.each(PAGES)('%s', async (_what, fields, script) => {
    await page.setContent(
      `<!doctype html><html lang="en"><title>Sign in</title>${SAID}<form>${fields}</form>
      <script>window.got = []; ${script}</script></html>`,
    )
    expect(await fillPage(page, reader, CODE)).toBe(true)
    expect(await page.evaluate('got')).toEqual([CODE])
  })
})
