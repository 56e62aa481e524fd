import { normalizeText } from '../core/detect/normalizeText'
import { sleep } from '../platform/clock'
import { isTextControl, readCode, readValue } from './fieldText'
import { findFields, type Field } from './findFields'
import { formTargets, isKnownTarget } from './formTargets'
import { firstIn } from './readText'

/** Many widgets send their form themselves when the last digit is there. */
const OWN_SUBMIT_MS = 300
/** Buttons that do something else than go on, in the languages of the most pages. */
const OTHERS =
  / (resend|send|again|cancel|back|recovery|backup|kirim|ulang|batal|kembali|pemulihan|cadangan|annuler|renvoyer|retour|abbrechen|zuruck|erneut|cancelar|reenviar|volver|voltar|annulla|indietro|отмена|назад|отправить|取消|返回|戻る|취소) /u

/**
 * Sends the form of a field that was filled, once and only where nothing else is asked for in it. A page
 * that is at it already, or has taken the code away, is left alone.
 */
export async function submitForm(fields: readonly Field[], code: string): Promise<boolean> {
  const [first] = fields
  const form = first && isTextControl(first) ? first.form : null
  const targets = formTargets(form)
  await sleep(OWN_SUBMIT_MS)
  if (!form || !isKnownTarget(formTargets(form), targets)) return false
  if (!fields.every(isStill) || readCode(fields) !== code) return false
  if (asksForMore(form, fields)) return false
  const buttons = [...form.elements].filter(isSubmit)
  const button = buttons.find((it) => !OTHERS.test(normalizeText(nameOf(it))))
  if (buttons.length > 0 && !button) return false
  HTMLFormElement.prototype.requestSubmit.call(form, button)
  return true
}

function isStill(field: Field): boolean {
  return field.isConnected && !field.matches(':disabled, :read-only')
}

function asksForMore(form: HTMLFormElement, fields: readonly Field[]): boolean {
  const others = findFields().filter(
    (field) => !fields.includes(field) && isTextControl(field) && field.form === form,
  )
  const hasCaptcha = firstIn(form, CAPTCHA) !== null
  return hasCaptcha || others.some((field) => readValue(field) === '')
}

const CAPTCHA = '[class*=captcha i], [id*=captcha i], [name*=captcha i], .cf-turnstile'

function isSubmit(element: Element): element is HTMLButtonElement | HTMLInputElement {
  const isButton = element instanceof HTMLButtonElement || element instanceof HTMLInputElement
  return isButton && element.type === 'submit' && !element.disabled && element.checkVisibility()
}

function nameOf(button: HTMLButtonElement | HTMLInputElement): string {
  return button instanceof HTMLInputElement ? button.value : button.textContent
}
