/** Services known to let people sign in with a passkey, by issuer in lower case; not tried at each. */
const SERVICES = new Set(
  `adobe|amazon|apple|bitwarden|cloudflare|coinbase|discord|dropbox|ebay|facebook|github|gitlab|google|
  linkedin|microsoft|nintendo|nvidia|paypal|proton|shopify|tiktok|twitter|uber|whatsapp|yahoo|x`
    .split('|')
    .map((name) => name.trim()),
)

export function isPasskeyService(issuer: string): boolean {
  return SERVICES.has(issuer.trim().toLowerCase())
}
