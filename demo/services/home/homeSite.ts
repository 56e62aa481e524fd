import { readStyles, renderDocument } from '../../document.ts'
import { html, type Html } from '../../html.ts'
import type { Service } from '../../service.ts'
import type { Reply, Site, Visit } from '../../site.ts'
import { DOMPET } from '../dompet/dompet.ts'
import { PERIZINAN } from '../perizinan/perizinan.ts'
import { SURAT } from '../surat/surat.ts'

const STYLES = readStyles('base.css', 'services/home/home.css')

const TILES: readonly { service: Service; text: string }[] = [
  {
    service: PERIZINAN,
    text: 'A public portal in Indonesian. Its code field has no hint for the browser; only the words around it say what it is.',
  },
  {
    service: SURAT,
    text: 'A mail service in English, with a single well-marked field, and some unusual pages besides.',
  },
  { service: DOMPET, text: 'A wallet in English that takes its code in six separate boxes.' },
]

export const HOME_SITE: Site = {
  get: {
    '/': showIndex,
    '/icon.svg': () => ({
      kind: 'image',
      type: 'image/svg+xml',
      bytes: Buffer.from(DOMPET.icon.markup),
    }),
    '/reset': forgetEverything,
  },
  post: { '/reset': forgetEverything },
  notFound: () => ({ kind: 'redirect', to: '/' }),
}

function showIndex({ port }: Visit): Reply {
  return showBody(
    html`<h1>Three services to try it on</h1>
      <p class="lead">
        Open a service, choose two-step verification, and add the QR code on the page to your
        authenticator. Confirm with the code it gives you, then sign in: any password will do, the
        code must be right, and each code is good for one sign-in. Try a wrong code, an old one, and
        a page of the wrong service as well. Everything here is invented and is forgotten when the
        demo stops.
      </p>
      <div class="tiles">${TILES.map(({ service, text }) => renderTile(service, text, port))}</div>
      <p><a href="/reset">Forget everything now</a></p>`,
  )
}

function forgetEverything({ demo }: Visit): Reply {
  demo.memory.forget(null)
  return showBody(
    html`<h1>All forgotten</h1>
      <p class="lead">No service remembers anybody.</p>
      <p><a class="button" href="/">Back to the start</a></p>`,
  )
}

function renderTile(service: Service, text: string, port: string): Html {
  return html`<section class="card">
    ${service.icon}
    <h2>${service.issuer}</h2>
    <p>${text}</p>
    <a class="button" href="http://${service.id}.localhost:${port}/">Open</a>
    <p class="small">
      <a href="http://${service.id}.localhost:${port}/trouble">When it goes wrong</a>
    </p>
  </section>`
}

function showBody(body: Html): Reply {
  const main = html`<main class="wide">${body}</main>`
  const document = renderDocument({
    lang: 'en',
    title: 'Demo services',
    styles: STYLES,
    body: main,
  })
  return { kind: 'page', status: 200, document }
}
