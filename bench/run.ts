import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measurePage } from './measurePage.ts'
import { measurePopup } from './measurePopup.ts'

// One line per bench; each prints its own table and returns its figures.
const BENCHES: Record<string, (options: Options) => Promise<object>> = {
  popup: ({ accounts, runs }) => measurePopup(accounts.split(',').map(Number), Number(runs)),
  page: ({ runs }) => measurePage(Number(runs)),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    accounts: { type: 'string', default: '10,1000' },
    runs: { type: 'string', default: '15' },
  },
})
type Options = typeof values

const bench = BENCHES[positionals[0] ?? '']
if (!bench) {
  console.error(`Which bench? ${Object.keys(BENCHES).join(', ')}`)
  process.exit(1)
}
const figures = await bench(values)
console.table(figures)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
