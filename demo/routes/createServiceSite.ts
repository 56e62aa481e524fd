import type { Service } from '../service.ts'
import type { Site } from '../site.ts'
import { renderNoticePage } from '../views/noticePage.ts'
import { createConfirmRoute, createEnrolRoute, USUAL_PLAN } from './enrolRoutes.ts'
import { createLoginRoutes } from './loginRoutes.ts'
import { showPage } from './replies.ts'
import { createTroubleRoutes } from './troubleRoutes.ts'

/** The pages every service has. `/reset` answers GET too, so that it can be typed by hand. */
export function createServiceSite(
  service: Service,
  extra: Partial<Pick<Site, 'get' | 'post'>> = {},
): Site {
  const login = createLoginRoutes(service)
  const trouble = createTroubleRoutes(service)
  const reset: Site['notFound'] = ({ demo }) => {
    demo.memory.forget(service.id)
    return showPage(service, renderNoticePage(service.words.reset))
  }
  return {
    get: {
      '/': () => showPage(service, { title: '', width: 'wide', body: service.renderLanding() }),
      '/enrol': createEnrolRoute(service, service.demoUser, USUAL_PLAN),
      '/reset': reset,
      '/icon.svg': () => ({
        kind: 'image',
        type: 'image/svg+xml',
        bytes: Buffer.from(service.icon.markup),
      }),
      ...login.get,
      ...trouble.get,
      ...extra.get,
    },
    post: {
      '/enrol': createConfirmRoute(service),
      '/reset': reset,
      ...login.post,
      ...trouble.post,
      ...extra.post,
    },
    notFound: () => showPage(service, renderNoticePage(service.words.notFound), 404),
  }
}
