import { hostClipboardJobs } from '@/utils/platform/clipboard'
import { hostQrJobs } from '@/utils/platform/qrHost'

// What Chromium's service worker cannot do itself, this unseen page does for it (docs/adr/0016).
hostQrJobs()
hostClipboardJobs()
