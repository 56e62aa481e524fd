import { failure, success } from '../core/result'
import type { PageRequests } from '../protocol/requests'
import type { PageHandlers } from '../protocol/router'
import type { Services } from './services'

type AssistRequest = Extract<keyof PageRequests, `assist.${string}` | `checkup.${string}`>

/** What pages may ask of the assistant for rejected codes, and of the check-up. */
export function createAssistHandlers(services: Services): Pick<PageHandlers, AssistRequest> {
  const { assist, compare, checkup, clock, platform } = services
  return {
    'assist.check': ({ accountId }) => assist.check(accountId),
    'assist.measure': ({ accountId }) => assist.measure(accountId),
    'assist.correctClock': async () => {
      if (!(await assist.correctClock())) return failure('not-measured')
      await platform.announce('settings.changed')
      return success(null)
    },
    'assist.solve': ({ accountId, code }) => compare.solve(accountId, code),
    'assist.adopt': async ({ accountId, code }, _page, terms) => {
      const adopted = await compare.adopt(accountId, code, terms)
      if (adopted.ok) await platform.announce('settings.changed')
      return adopted
    },
    'assist.resync': ({ accountId, first, second }, _page, terms) =>
      compare.resync(accountId, { first, second }, terms),
    'checkup.read': () => checkup.read(),
    'checkup.dismiss': ({ task, reason }, _page, terms) => checkup.dismiss(task, reason, terms),
    'assist.removeCorrection': async () => {
      await clock.reset()
      await platform.announce('settings.changed')
      return success(null)
    },
  }
}
