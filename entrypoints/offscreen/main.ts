import { hostQrJobs } from '@/utils/platform/qrHost'

// Chromium's service worker cannot start workers; this unseen page does it for it (docs/adr/0016).
hostQrJobs()
