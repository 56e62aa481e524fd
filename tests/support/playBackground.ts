import { fakeBrowser } from 'wxt/testing/fake-browser'
import { announce } from '@/utils/platform/announcements'
import type { Envelope, Reply } from '@/utils/protocol/envelope'
import type { MenuRequests, PageEvent, PageRequests } from '@/utils/protocol/requests'

type Requests = PageRequests & MenuRequests
type Awaitable<T> = T | Promise<T>
type Answers = {
  [Name in keyof Requests]?: (
    payload: Requests[Name]['payload'],
  ) => Awaitable<Reply<Requests[Name]['reply']>>
}

/** Answers a page in the background's place; `asked` names what it was asked, in order. */
export function playBackground(answers: Answers) {
  const asked: string[] = []
  fakeBrowser.runtime.onMessage.addListener(
    (message: Partial<Envelope>, _sender, respond: (reply: unknown) => void) => {
      if (message.to !== 'background' || message.request === undefined) return undefined
      asked.push(message.request)
      const answer = answers[message.request as keyof Requests] as
        ((payload: unknown) => Awaitable<Reply<unknown>>) | undefined
      if (!answer) throw new Error(`nobody expected ${message.request}`)
      // What crosses a message channel is a copy.
      const reply = answer(structuredClone(message.payload))
      if (reply instanceof Promise) void reply.then((late) => respond(structuredClone(late)))
      else respond(structuredClone(reply))
      return true
    },
  )
  return {
    asked,
    answers,
    announce: (event: PageEvent) => announce(event),
  }
}
