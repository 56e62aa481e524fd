import { failure, success, type Result } from '../core/result'

export type CameraCode = 'camera-missing' | 'camera-denied' | 'camera-busy'

const REASONS: Readonly<Record<string, CameraCode>> = {
  NotAllowedError: 'camera-denied',
  SecurityError: 'camera-denied',
  NotFoundError: 'camera-missing',
  OverconstrainedError: 'camera-missing',
}
/** Enough for the densest codes that phones show. */
const WIDTH = 1280
const HEIGHT = 720
const JPEG_QUALITY = 0.92

/** Asks for the camera; the browser asks the person. Must be called from a click. */
export async function openCamera(): Promise<Result<MediaStream, CameraCode>> {
  // Absent where a policy of the browser turned cameras off.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) return failure('camera-missing')
  try {
    const video = { width: { ideal: WIDTH }, height: { ideal: HEIGHT }, facingMode: 'environment' }
    return success(await devices.getUserMedia({ video, audio: false }))
  } catch (error) {
    const reason = error instanceof DOMException ? REASONS[error.name] : undefined
    return failure(reason ?? 'camera-busy')
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** What the camera shows now, as a picture; nothing before its first frame. */
export function takePicture(video: HTMLVideoElement): string | undefined {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return canvas.toDataURL('image/jpeg', JPEG_QUALITY)
}
