import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { crossValidate } from './crossValidate.ts'
import { measureAssist } from './measureAssist.ts'
import { measureAttacks } from './measureAttacks.ts'
import { measureFields } from './measureFields.ts'
import { measureFill } from './measureFill.ts'
import { measureImports } from './measureImports.ts'
import { measurePage } from './measurePage.ts'
import { measureWidgets } from './measureWidgets.ts'
import { measurePopup } from './measurePopup.ts'
import { measureQr } from './measureQr.ts'
import { measureVault } from './measureVault.ts'

// One line per bench; each returns its figures.
const BENCHES: Record<string, (options: Options) => Promise<object>> = {
  assist: ({ browser, only }) => measureAssist(browser === 'firefox' ? 'firefox' : 'chrome', only),
  attacks: ({ browser, only }) =>
    measureAttacks(browser === 'firefox' ? 'firefox' : 'chrome', only),
  fields: ({ corpus, browser, sample, verbose }) => {
    if (corpus === undefined) throw new Error('Which corpus? --corpus FILE')
    return measureFields({
      corpus,
      browser: browser === 'firefox' ? 'firefox' : 'chrome',
      verbose,
      ...(sample === undefined ? {} : { sample: Number(sample) }),
    })
  },
  fill: ({ browser, runs }) =>
    measureFill(browser === 'firefox' ? 'firefox' : 'chrome', Number(runs)),
  weights: ({ corpus }) => {
    if (corpus === undefined) throw new Error('Which corpus? --corpus FILE')
    return crossValidate(corpus)
  },
  widgets: ({ browser, only }) =>
    measureWidgets(browser === 'firefox' ? 'firefox' : 'chrome', only),
  popup: ({ accounts, runs }) => measurePopup(accounts.split(',').map(Number), Number(runs)),
  imports: ({ set, browser, bulk }) => {
    if (set === undefined) throw new Error('--set DIR names the folder with the exports')
    const kind = browser === 'firefox' ? 'firefox' : 'chrome'
    return measureImports(resolve(set), { kind, bulk: Number(bulk) })
  },
  page: ({ runs }) => measurePage(Number(runs)),
  vault: ({ accounts, runs, browser }) =>
    measureVault({
      kind: browser === 'firefox' ? 'firefox' : 'chrome',
      counts: accounts.split(',').map(Number),
      runs: Number(runs),
    }),
  qr: ({ set, browser, match }) => {
    if (set === undefined) throw new Error('--set DIR names the folder with expected.json')
    return measureQr(set, browser === 'firefox' ? 'firefox' : 'chrome', match)
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    accounts: { type: 'string', default: '10,1000' },
    corpus: { type: 'string' },
    browser: { type: 'string', default: 'chrome' },
    only: { type: 'string' },
    sample: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    runs: { type: 'string', default: '15' },
    bulk: { type: 'string', default: '5000' },
    set: { type: 'string' },
    match: { type: 'string', default: '' },
  },
})
type Options = typeof values

const bench = BENCHES[positionals[0] ?? '']
if (!bench) {
  console.error(`Which bench? ${Object.keys(BENCHES).join(', ')}`)
  process.exit(1)
}
const figures = await bench(values)
printFigures(figures)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)

/** Numbers as a table; lists and tables within below it, each by its name. */
function printFigures(all: object): void {
  const isPlain = (value: unknown) => typeof value !== 'object' || value === null
  const nested = Object.entries(all).filter(([, value]) => !isPlain(value))
  const plain = Object.entries(all).filter(([, value]) => isPlain(value))
  if (plain.length === 0) {
    console.table(all)
    return
  }
  console.table(Object.fromEntries(plain))
  for (const [name, value] of nested as [string, object][]) {
    console.log(name)
    if (Array.isArray(value)) console.log(`  ${value.join('\n  ')}`)
    else console.table(value)
  }
}
