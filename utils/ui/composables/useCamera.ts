import { onScopeDispose, shallowRef, type Ref } from 'vue'
import { isOtpLink } from '../../core/import/isOtpLink'
import { isMigration } from '../../core/otpauth/readMigration'
import { describeQrText, type QrKind } from '../../core/scan/describeQrText'
import { closeCamera, openCamera, takePicture, type CameraCode } from '../../platform/camera'
import { runQrJob } from '../../platform/qrWorker'

const PAUSE_MS = 100

interface CameraOptions {
  readonly video: Readonly<Ref<HTMLVideoElement | null>>
  readonly onText: (text: string) => void
}

/**
 * Looks for codes in what the camera shows, from a click until one is read, the person stops it, or the
 * page is left. After a part of an export it goes on, because the phone shows the next one.
 */
export function useCamera({ video, onText }: CameraOptions) {
  const state = shallowRef<'off' | 'starting' | 'on'>('off')
  const problem = shallowRef<CameraCode>()
  /** What the code in front of the camera is, where it is not for one-time codes. */
  const stranger = shallowRef<QrKind>()
  let stream: MediaStream | undefined
  const seen = new Set<string>()
  /** Counts starts and stops: what the browser allows late belongs to a start that is over. */
  let run = 0

  async function start(): Promise<void> {
    if (state.value !== 'off') return
    state.value = 'starting'
    problem.value = undefined
    stranger.value = undefined
    const begun = ++run
    const opened = await openCamera()
    if (begun !== run) {
      if (opened.ok) closeCamera(opened.value)
      return
    }
    if (!opened.ok) {
      state.value = 'off'
      problem.value = opened.code
      return
    }
    stream = opened.value
    await look(opened.value)
  }

  async function look(source: MediaStream): Promise<void> {
    state.value = 'on'
    // The person may pull the plug, or take the permission back.
    source.getVideoTracks()[0]?.addEventListener('ended', () => {
      if (stream === source) stop()
    })
    while (stream === source) {
      if (video.value && video.value.srcObject !== source) {
        video.value.srcObject = source
        await video.value.play().catch(() => undefined) // stopped meanwhile
      }
      const picture = video.value ? takePicture(video.value) : undefined
      const reading = picture === undefined ? undefined : await runQrJob({ dataUrl: picture })
      if (stream === source && reading?.ok) {
        for (const text of new Set(reading.value.codes.map(({ text }) => text))) take(text)
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }

  function take(text: string): void {
    if (seen.has(text)) return
    seen.add(text)
    stranger.value = isOtpLink(text) ? undefined : describeQrText(text)
    if (!isOtpLink(text)) return
    if (!isMigration(text)) stop()
    onText(text)
  }

  function stop(): void {
    run += 1
    if (stream) closeCamera(stream)
    stream = undefined
    state.value = 'off'
    stranger.value = undefined
    seen.clear()
  }

  const onHidden = () => {
    if (document.hidden) stop()
  }
  document.addEventListener('visibilitychange', onHidden)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', onHidden)
    stop()
  })

  return { state, problem, stranger, start, stop }
}
