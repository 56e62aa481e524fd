// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { useCamera } from '@/utils/ui/composables/useCamera'

const makeStream = () => {
  const track = Object.assign(new EventTarget(), { stop: vi.fn() })
  return { track, getTracks: () => [track], getVideoTracks: () => [track] }
}

let asked: PromiseWithResolvers<ReturnType<typeof makeStream>>[]
const scope = effectScope()

beforeEach(() => {
  asked = []
  const getUserMedia = () => {
    const answer = Promise.withResolvers<ReturnType<typeof makeStream>>()
    asked.push(answer)
    return answer.promise
  }
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
})

afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('stays off when the permission comes after the page was hidden, and keeps to the last start', async () => {
  const video = shallowRef<HTMLVideoElement | null>(null)
  const camera = scope.run(() => useCamera({ video, onText: vi.fn() }))
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const first = camera?.start()
  document.dispatchEvent(new Event('visibilitychange'))
  expect(camera?.state.value).toBe('off')
  hidden.mockReturnValue(false)
  const second = camera?.start()
  const [late, current] = [makeStream(), makeStream()]

  asked[0]?.resolve(late)
  await first
  expect(late.track.stop).toHaveBeenCalled()
  expect(camera?.state.value).toBe('starting')

  asked[1]?.resolve(current)
  await vi.waitFor(() => {
    expect(camera?.state.value).toBe('on')
  })
  expect(current.track.stop).not.toHaveBeenCalled()
  camera?.stop()
  await second
  expect(current.track.stop).toHaveBeenCalled()
})
