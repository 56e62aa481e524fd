import { createServiceSite } from '../../routes/createServiceSite.ts'
import { createConfirmRoute, createEnrolRoute } from '../../routes/enrolRoutes.ts'
import { showArticle } from './article.ts'
import { checkHotp, openHotp } from './hotpRoutes.ts'
import { sendQrPng } from './qrPngRoute.ts'
import { SURAT } from './surat.ts'
import { showTwo } from './twoRoute.ts'

const ARCHIVE_USER = 'archive@lantern.example'
const ARCHIVE_PLAN = { algorithm: 'SHA512', digits: 8, periodSeconds: 60 } as const

export const SURAT_SITE = createServiceSite(SURAT, {
  get: {
    '/plain': showArticle,
    '/two': showTwo,
    '/hotp': openHotp,
    '/sha512': createEnrolRoute(SURAT, ARCHIVE_USER, ARCHIVE_PLAN),
    '/qr.png': sendQrPng,
  },
  post: { '/hotp': checkHotp, '/sha512': createConfirmRoute(SURAT) },
})
