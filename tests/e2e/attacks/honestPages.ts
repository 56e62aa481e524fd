import type { GalleryPath } from './attacks.ts'

/** Pages that only look odd, or fight in vain: the offer works in them, or goes on in the popup. */
export interface Honest {
  readonly name: string
  readonly run: () => unknown
  readonly page?: GalleryPath
}

export const HONEST: readonly Honest[] = [
  { name: 'a page as most are', run: () => undefined },
  { name: 'a policy that allows no styles', page: '/strict', run: () => undefined },
  {
    name: 'a root that is faded in',
    run: () => {
      document.documentElement.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 200 })
    },
  },
  {
    name: 'a root that is scaled for good',
    run: () => {
      document.documentElement.style.transform = 'scale(.9)'
    },
  },
  {
    name: 'a chat in a popover that comes late',
    run: () => {
      setTimeout(() => {
        const chat = document.createElement('div')
        chat.popover = 'manual'
        chat.textContent = 'How can we help?'
        chat.style.cssText = 'inset:auto 10px 10px auto'
        document.body.append(chat)
        chat.showPopover()
      }, 250)
    },
  },
  {
    name: 'boxes before and after everything',
    run: () => {
      const style = document.createElement('style')
      style.textContent = '*, ::before, ::after { box-sizing: border-box; content: ""; }'
      document.head.append(style)
    },
  },
  {
    name: 'a field at the lower edge',
    run: () => {
      const form = document.querySelector('form')
      if (form) form.style.cssText = 'position:fixed;left:40px;bottom:4px'
    },
  },
  {
    name: 'a cookie banner',
    run: () => {
      const banner = document.createElement('div')
      banner.style.cssText =
        'position:fixed;inset:auto 0 0 0;height:120px;background:#333;z-index:2147483647'
      document.body.append(banner)
    },
  },
  {
    name: 'a veil of the page over itself',
    run: () => {
      const veil = document.createElement('div')
      veil.style.cssText =
        'position:fixed;inset:0;background:rgb(0 0 0 / .2);z-index:2147483647;pointer-events:none'
      document.body.append(veil)
    },
  },
  {
    name: 'a popover that stays open',
    run: () => {
      const tip = document.createElement('div')
      tip.popover = 'manual'
      tip.textContent = 'New: dark mode'
      tip.style.cssText = 'inset:auto 10px 10px auto'
      document.body.append(tip)
      tip.showPopover()
    },
  },
  {
    name: 'a sheet in the top layer that draws only what is in its shadow',
    run: () => {
      const sheet = document.createElement('div')
      sheet.popover = 'manual'
      const form = document.querySelector('form')
      if (form) sheet.attachShadow({ mode: 'open' }).append(form)
      document.body.append(sheet)
      sheet.showPopover()
    },
  },
  {
    name: 'right to left',
    run: () => {
      document.documentElement.dir = 'rtl'
    },
  },
  {
    name: 'a modal dialog',
    run: () => {
      const dialog = document.createElement('dialog')
      const form = document.querySelector('form')
      if (form) dialog.append(form)
      document.body.append(dialog)
      dialog.showModal()
    },
  },
  {
    name: 'names that hide the DOM',
    run: () => {
      const names = `createElement documentElement activeElement querySelectorAll body getAttribute
        hasAttribute matches closest textContent id children parentElement parentNode firstChild
        nextSibling localName tagName nodeName nodeType shadowRoot getRootNode checkVisibility
        getBoundingClientRect elements ownerDocument contains`.split(/\s+/u)
      const inputs = names.map((name) => {
        const input = document.createElement('input')
        input.type = 'hidden'
        input.name = name
        return input
      })
      const images = names.map((name) => {
        const image = document.createElement('img')
        image.setAttribute('name', name)
        return image
      })
      document.querySelector('form')?.append(...inputs)
      document.body.append(...images)
    },
  },
  {
    name: 'prototypes that lie',
    run: () => {
      const lie = () => {
        throw new Error('tampered')
      }
      Element.prototype.getBoundingClientRect = lie
      Element.prototype.attachShadow = lie
      Element.prototype.checkVisibility = lie
      Document.prototype.elementFromPoint = lie
      HTMLElement.prototype.showPopover = lie
      Object.defineProperty(HTMLInputElement.prototype, 'value', {
        get: lie,
        set: lie,
        configurable: true,
      })
    },
  },
]
