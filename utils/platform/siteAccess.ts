/** Where the inline offer may work once the user allows it: https, and this machine's own names. */
export const SITE_ACCESS = [
  'https://*/*',
  'http://localhost/*',
  'http://*.localhost/*',
  'http://127.0.0.1/*',
]
