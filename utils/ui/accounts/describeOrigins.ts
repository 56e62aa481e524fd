import type { ScanOrigin } from '../../core/scan/finding'
import { t } from '../i18n/i18n'
import type { MessageKey } from '../i18n/messages/en'

const QR_PLACES = {
  visible: 'review.originQr',
  partly: 'review.originQrPartly',
  outside: 'review.originQrOutside',
} as const satisfies Record<ScanOrigin['place'], MessageKey>

/** Where a scan found an account; nothing where it is plain, as for the one code in view. */
export function describeOrigins(origins: readonly ScanOrigin[]): string {
  const isPlain = origins.every(({ kind, place }) => kind === 'qr' && place === 'visible')
  if (isPlain) return ''
  const places = origins.map(({ kind, place }) =>
    t(
      kind === 'qr' ? QR_PLACES[place] : kind === 'link' ? 'review.originLink' : 'review.originKey',
    ),
  )
  return t('review.origin', { places: [...new Set(places)].join(', ') })
}
