import { html, type Html } from '../../html.ts'
import type { CodeField, Service } from '../../service.ts'
import { EMBLEM } from './emblem.ts'
import { renderPerizinanFrame } from './frame.ts'
import { renderPerizinanLanding } from './landing.ts'
import { PERIZINAN_WORDS } from './words.ts'

const CODE_NAME = 'kodeOtp'

export const PERIZINAN: Service = {
  id: 'perizinan',
  issuer: 'Portal Perizinan Daerah',
  demoUser: 'siti.rahmawati',
  codeName: CODE_NAME,
  words: PERIZINAN_WORDS,
  icon: EMBLEM,
  renderFrame: renderPerizinanFrame,
  renderLanding: renderPerizinanLanding,
  renderQr,
  renderConfirmField: renderField,
  renderCodeField: renderField,
}

/** As a picture file, the way older portals do it; the other services draw theirs in the page. */
function renderQr(svg: string, alt: string): Html {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return html`<img src="${source}" alt="${alt}" width="220" height="220" />`
}

/** No autocomplete hint, as on many portals: only the words say what the field is for. */
function renderField({ digits, testId }: CodeField): Html {
  return html`<input
    type="text"
    id="${CODE_NAME}"
    name="${CODE_NAME}"
    inputmode="numeric"
    maxlength="${digits}"
    placeholder="Kode ${digits} digit"
    data-testid="${testId}"
    required
  />`
}
