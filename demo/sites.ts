import { createServiceSite } from './routes/createServiceSite.ts'
import { DOMPET } from './services/dompet/dompet.ts'
import { HOME_SITE } from './services/home/homeSite.ts'
import { PERIZINAN } from './services/perizinan/perizinan.ts'
import { SURAT_SITE } from './services/surat/suratSite.ts'
import type { Site } from './site.ts'

const SITES: ReadonlyMap<string, Site> = new Map([
  ['perizinan.localhost', createServiceSite(PERIZINAN)],
  ['surat.localhost', SURAT_SITE],
  ['dompet.localhost', createServiceSite(DOMPET)],
  // Imitations of the first two, as somebody would make them who is after codes.
  ['perizinnan.localhost', createServiceSite(PERIZINAN)],
  ['suraat.localhost', SURAT_SITE],
  ['localhost', HOME_SITE],
  ['127.0.0.1', HOME_SITE],
  ['[::1]', HOME_SITE],
])

/** Any other name is nobody's: a rebound domain must not reach the demo. */
export function findSite(hostname: string): Site | null {
  return SITES.get(hostname) ?? null
}
