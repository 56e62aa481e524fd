import type { Page, Service } from '../service.ts'
import type { Reply } from '../site.ts'

export function showPage(service: Service, page: Page, status = 200): Reply {
  return { kind: 'page', status, document: service.renderFrame(page) }
}

export function redirectTo(to: string): Reply {
  return { kind: 'redirect', to }
}
