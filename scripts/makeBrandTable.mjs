// `node scripts/makeBrandTable.mjs`: writes the table of brand icons from `simple-icons`. Run it after
// the services or the package changed; the table is kept in the repository and is read in reviews.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import * as icons from 'simple-icons'

const ROOT = join(import.meta.dirname, '..')
const SERVICES = join(ROOT, 'utils/core/match/services.ts')
const TABLE = join(ROOT, 'utils/ui/brands/brandTable.ts')

/** Licences under which a drawing may be part of this product; most have none of their own and are CC0. */
const FREE = new Set([undefined, 'CC0-1.0', 'MIT', 'CC-BY-4.0', 'CC-BY-3.0', 'Apache-2.0'])

/** Beside the services of the sites' table: what else people keep codes of. */
const MORE = `
Proxmox|Portainer|Grafana|Keycloak|authentik|Vaultwarden|TrueNAS|pfSense|OPNsense|Jenkins
SonarQube|Snyk|Jira|Confluence|WhatsApp|LINE|Viber|VK|Naver|KakaoTalk|Baidu|Alipay|WeChat
bilibili|Rakuten|Expo|Supabase|Railway|PlanetScale|Snowflake|Databricks|Elastic|Redis|CircleCI
Travis CI|Codecov|Webflow|Framer|Loom|Calendly|Typeform|Obsidian|Odoo|ERPNext|Mattermost
Rocket.Chat|Zulip|Jitsi|OpenVPN|WireGuard|Proton VPN|ExpressVPN|Fortinet|Cisco
Palo Alto Networks|MikroTik|TP-Link|TryHackMe|LeetCode|HackerRank|Codeforces|Udemy|Udacity|edX
Duolingo|Strava|Fitbit|Peloton|Airbnb|Lyft|DoorDash|Deliveroo|N26|Monzo|Klarna|Venmo|Chase|HSBC
Visa|Mastercard|American Express|Trezor|MetaMask|Kubernetes|Rancher|Unity|Unreal Engine|Oculus
Meta|Threads|Meetup|Eventbrite|Ticketmaster|Trustpilot|Yelp|Tripadvisor|Expedia|Samsung|Xiaomi
Huawei|OPPO|vivo|Asus|Acer|HP|Dell|Lenovo|Apple|iCloud|Gmail|YouTube|Google Drive|Google Cloud
Google Ads|Firebase|AdSense|Zalando|Wolt|Foodpanda|Tinder|Badoo|OnlyFans|Substack|Bandcamp
SoundCloud|Deezer|Tidal|Crunchyroll|Max|Paramount+|Roku|Sonarr|Jellyfin|Emby|Authelia|Bitcoin
Ethereum|Monero|Overleaf|Zotero|ResearchGate|ORCID|Unsplash|Behance|Dribbble|DeviantArt
ArtStation|Pixiv|Vimeo|Dailymotion|OBS Studio|TeamSpeak|Guilded|Matrix|Session|Threema|Rust
Docker|Terraform|Vault|Consul|Ansible|PyPI|Anaconda|Jupyter|Replit|CodePen|Glitch|Gitpod
Codecademy|freeCodeCamp|Khan Academy|Pluralsight|Moodle|Instructure|Sage|QuickBooks|Intuit
Gusto|Toggl|Clockify|Teamwork|Wrike|Coda|Confluent|Fortnite|Valorant|Wargaming.net
Wikimedia Foundation|Wikidata|OpenStreetMap|Nubank|Stellar|Cardano
`

const byName = new Map(
  Object.values(icons)
    .filter(({ license }) => FREE.has(license?.type))
    .map((icon) => [fold(icon.title), icon]),
)
const names = new Map()
for (const line of readFileSync(SERVICES, 'utf8')
  .split('\n')
  .filter((it) => it.includes(' | '))) {
  const all = line.split(' | ')[0].split(', ')
  const first = all.map(iconOf).find(Boolean)
  for (const name of all) note(name, iconOf(name) ?? first)
}
for (const name of MORE.trim().split(/[|\n]/u)) note(name, iconOf(name))

const lines = [...names]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([slug, { hex, keys }]) => {
    const others = [...keys].filter((key) => key !== slug)
    return [slug, hex.toLowerCase(), ...others].join(' ')
  })
const source = `/**
 * Brand icons by the names that services go by: the icon's slug in simple-icons, its colour, and what it
 * is called beside its slug. Made by scripts/makeBrandTable.mjs; drawings are added to the build as files.
 */
export const BRANDS = \`
${lines.join('\n')}
\`
`
writeFileSync(TABLE, await format(source, { ...(await resolveConfig(TABLE)), filepath: TABLE }))
console.log(`${lines.length} icons`)

function iconOf(name) {
  return byName.get(fold(name))
}

function note(name, icon) {
  if (!icon) return
  const known = names.get(icon.slug) ?? { hex: icon.hex, keys: new Set([fold(icon.title)]) }
  known.keys.add(fold(name))
  names.set(icon.slug, known)
}

function fold(name) {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
