import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { announce } from '@/utils/platform/announcements'
import { giveHeadStart } from '@/utils/platform/headStart'
import { FIRST_QUESTION } from '@/utils/protocol/envelope'
import { onPageEvent, request } from '@/utils/protocol/pageClient'
import type { PageEvent } from '@/utils/protocol/requests'

beforeEach(() => {
  fakeBrowser.reset()
})

describe('a page', () => {
  it('listens to no messages, so that it hears no passphrase of another page', () => {
    const stop = onPageEvent(() => undefined)
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false)
    stop()
  })

  it('hears what the background announces, until it stops', async () => {
    const heard: PageEvent[] = []
    const stop = onPageEvent((event) => heard.push(event))
    await announce('vault.locked')
    await announce('vault.changed')
    await announce('vault.changed')
    await announce('something else')
    stop()
    await announce('vault.locked')
    expect(heard).toEqual(['vault.locked', 'vault.changed', 'vault.changed'])
  })

  it('gets a coded answer when the background cannot be reached', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValueOnce(new Error('too large'))
    expect(await request('app.load', {})).toEqual({ ok: false, code: 'unexpected' })
  })

  it('takes the answer to the question that was asked before its code was there, once', async () => {
    const asked: unknown[] = []
    fakeBrowser.runtime.onMessage.addListener(
      (message, _sender, respond: (it: unknown) => void) => {
        asked.push(message)
        respond({ ok: true, value: asked.length })
        return true
      },
    )
    giveHeadStart(FIRST_QUESTION)
    expect(await request('vault.lock', {})).toEqual({ ok: true, value: 2 })
    expect(await request('app.load', {})).toEqual({ ok: true, value: 1 })
    expect(await request('app.load', {})).toEqual({ ok: true, value: 3 })
  })

  it('asks again where the early question got no answer', async () => {
    giveHeadStart(FIRST_QUESTION) // nobody listens yet
    fakeBrowser.runtime.onMessage.addListener(
      (_message, _sender, respond: (it: unknown) => void) => {
        respond({ ok: true, value: 'later' })
        return true
      },
    )
    expect(await request('app.load', {})).toEqual({ ok: true, value: 'later' })
  })
})
