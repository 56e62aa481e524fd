import { encodeBase32 } from '../base32.ts'
import { html, type Html } from '../html.ts'
import { formatOtpauthUri, type UriParts } from '../otpauthUri.ts'
import { drawQrSvg } from '../qr.ts'
import type { Service } from '../service.ts'

/** The QR code of one account, and the same secret as text for those who cannot scan it. */
export function renderSecretPanel(
  service: Service,
  parts: Omit<UriParts, 'issuer'>,
  suffix = '',
): Html {
  const { enrol } = service.words
  const uri = formatOtpauthUri({ issuer: service.issuer, ...parts })
  return html`<div class="secret">
    <div class="qr" data-testid="qr${suffix}">${service.renderQr(drawQrSvg(uri), enrol.qrAlt)}</div>
    <div class="by-hand">
      <p class="small">${enrol.account}: <strong>${parts.user}</strong></p>
      <p class="small">${enrol.cannotScan}</p>
      <p><code class="key" data-testid="key${suffix}">${groupKey(parts.shape.secret)}</code></p>
    </div>
  </div>`
}

function groupKey(secret: Uint8Array): string {
  return encodeBase32(secret).replace(/.{4}(?=.)/g, '$& ')
}
