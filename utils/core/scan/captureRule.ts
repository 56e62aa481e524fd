export const CAPTURE_RULES = ['store', 'browser', 'file', 'domain'] as const
/** Which rule of the browser forbids extensions to look at a page. */
export type CaptureRule = (typeof CAPTURE_RULES)[number]

const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(?:\/|$)/u

/** An address that is not known belongs to a page of the browser: of others the click would have told it. */
export function findCaptureRule(url: string | undefined): CaptureRule {
  if (url === undefined || !/^(?:https?|file):/u.test(url)) return 'browser'
  if (url.startsWith('file:')) return 'file'
  return STORES.test(url) ? 'store' : 'domain'
}
