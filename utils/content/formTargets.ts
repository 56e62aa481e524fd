import { actionOf, findAll, rootOf } from './plainDom'

/** Where a form may send what is in it: by itself, and by those of its buttons that say so; origins. */
export function formTargets(form: HTMLFormElement | null): readonly string[] {
  const root = form && rootOf(form)
  if (!root) return []
  const buttons = findAll(root, '[formaction]').filter(
    (it) => it instanceof HTMLInputElement || it instanceof HTMLButtonElement,
  )
  const own = buttons.filter((button) => button.form === form)
  return [actionOf(form), ...own.map((button) => button.formAction)].map(toOrigin)
}

/** Whether all that it may send to was so before, or is this page's own site. */
export function isKnownTarget(now: readonly string[], before: readonly string[]): boolean {
  return now.every((target) => target === location.origin || before.includes(target))
}

/** An address that has no origin, as that of a script, is known by its protocol. */
function toOrigin(address: string): string {
  const url = URL.parse(address)
  return url && url.origin !== 'null' ? url.origin : (url?.protocol ?? '')
}
