/**
 * What a label looks like at a glance, as UTS #39 calls it its skeleton: two labels of one skeleton are
 * taken for each other. The table is of the letters that browsers and registries let into host names;
 * accents fall off, since few people notice them.
 */
export function skeletonOf(label: string): string {
  const before = known.get(label)
  if (before !== undefined) return before
  if (known.size >= MAX_KNOWN) known.clear()
  const skeleton = read(label)
  known.set(label, skeleton)
  return skeleton
}

// One host is compared with every site of a vault, again and again.
const MAX_KNOWN = 20_000
const known = new Map<string, string>()

function read(label: string): string {
  const plain = Array.from(
    label.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, ''),
    (character) => LOOKS_LIKE.get(character) ?? character,
  ).join('')
  // Pairs that read as one letter in the fonts of address bars, then letters that read as another.
  return READ_AS.reduce((text, [seen, meant]) => text.replaceAll(seen, meant), plain)
}

const READ_AS: readonly (readonly [seen: string, meant: string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
  ['nn', 'm'],
  ...Object.entries({
    l: '1|i',
    o: '0',
    s: '5',
    e: '3',
    a: '4',
    b: '8',
    t: '7',
    z: '2',
    g: '69q',
  }).flatMap(([meant, others]) => Array.from(others, (seen) => [seen, meant] as const)),
]

/** Whether letters of several scripts stand in one label that no language writes together. */
export function isMixedScript(label: string): boolean {
  const scripts = SCRIPTS.filter((script) => script.test(label))
  return scripts.length > 1
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
]

// Left what is meant, right what looks like it: Cyrillic, Greek, Armenian, Cherokee, other Latin letters.
const PAIRS: Readonly<Record<string, string>> = {
  a: 'аαɑаꭺᴀª@',
  b: 'ьвƅЬβᏏꮟɓḃʙ',
  c: 'сϲᴄⅽƈℂҫ',
  d: 'ԁɗⅾᏧɖđ',
  e: 'еєҽɛεҿεəѐё℮',
  f: 'ſƒғϝք',
  g: 'ɡգԍɢǥքց',
  h: 'һհнḩһҺᏂʜħ',
  i: 'іιıɩӏɪίїⅰӀ',
  j: 'јϳʝյ',
  k: 'кκᴋҝқӄƙĸ',
  l: 'ӏⅼʟłɭاןⵏ',
  m: 'мᴍⅿɱṃ',
  n: 'ոпηɴռո',
  o: 'оοօσ൦๐оєөөøᴏ૦໐ðσ',
  p: 'рρᴘҏþ',
  q: 'ԛգԚզ',
  r: 'гᴦɼʀяṛҏ',
  s: 'ѕꜱʂᏚś',
  t: 'тτᴛтŧţʈ',
  u: 'սυцᴜʋџυ',
  v: 'ѵνᴠⅴυ',
  w: 'ԝшѡωɯᴡաщ',
  x: 'хχⅹҳ×',
  y: 'уγỿүყʏƴ',
  z: 'ᴢʐżƶ',
  ss: 'ß',
  ae: 'æӕ',
  oe: 'œ',
  '-': '‐‑–—−ー',
}

const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries(PAIRS).flatMap(([meant, others]) =>
    Array.from(others, (other) => [other, meant] as const),
  ),
)
