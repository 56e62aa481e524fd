import { expect, it } from 'vitest'
import { findCaptureRule } from '@/utils/core/scan/captureRule'

it.each([
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://chrome.google.com/webstore/devconsole', 'store'],
  ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  ['https://microsoftedge.microsoft.com/addons/detail/x', 'store'],
  ['chrome://settings/', 'browser'],
  ['about:config', 'browser'],
  ['view-source:https://example.com/', 'browser'],
  [undefined, 'browser'],
  ['file:///home/me/qr.pdf', 'file'],
  ['https://accounts.firefox.com/', 'domain'],
  ['https://addons.mozilla.org.evil.example/', 'domain'],
])('%s is forbidden by the rule of the %s', (url, rule) => {
  expect(findCaptureRule(url)).toBe(rule)
})
