import { beforeAll, expect, it } from 'vitest'
import type { Bytes } from '@/utils/core/bytes'
import { parseRecoveryCode } from '@/utils/core/vault/recoveryCode'
import { unwrapByRecovery } from '@/utils/core/vault/slots'
import type { SealedVault } from '@/utils/core/vault/vaultFormat'
import { createRandom } from '../soak/random'
import { damageCopy, PLACES, readPlace } from './support/damageCopy'
import { Machine, type Background, type Held } from './support/machine'
import { makeSavedVault } from './support/savedVault'

// `npm run soak -- --what storage` looks at more of them.
const RUNS = Number(process.env['SOAK_RUNS'] ?? 10_000) / 2
const GENERATIONS = 6

let held: Held
let secret: Bytes
/** Every state that the vault ever had, oldest first: what it held, and the sealed copy. */
const states: { readonly content: string; readonly sealed: SealedVault }[] = []

beforeAll(async () => {
  const saved = await makeSavedVault()
  const code = parseRecoveryCode(saved.recoveryCode)
  if (!code.ok) throw new Error(code.code)
  secret = code.value
  const machine = new Machine(saved.held)
  const background = machine.start()
  for (let generation = 0; generation < GENERATIONS; generation++) {
    const sites = [`https://site${String(generation)}.example`]
    const accountId = saved.accountIds[0]
    // One site after the other, alike as they are: a warning is not what this is about.
    const change = { accountId, sites, hasSeenWarning: true }
    expect(await background.ask('accounts.setSites', change)).toMatchObject({ ok: true })
    const sealed = machine.held.database.get('vault.mirror') as SealedVault
    states.push({ sealed, content: await readContent(background) })
  }
  held = { ...structuredClone(machine.held), memory: new Map() }
})

it(
  'shows a true state or says that it is damaged, whatever became of the copies',
  { timeout: 3_600_000 },
  async () => {
    const random = createRandom(20_260)
    const outcomes = { newest: 0, older: 0, refused: 0 }
    for (let run = 0; run < RUNS; run++) {
      const machine = new Machine(held)
      for (const place of PLACES) {
        if (random() < 0.7) damageCopy(machine.held, place, states, random)
      }
      const newestIntact = Math.max(...PLACES.map((place) => stateIn(machine, place)))
      const found = await open(machine)
      expect(found).toBeGreaterThanOrEqual(newestIntact)
      if (found < 0) outcomes.refused++
      else if (found === states.length - 1) outcomes.newest++
      else outcomes.older++
    }
    // Each of them happens, or the damage would not be what it is meant to be.
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(RUNS / 100)
  },
)

/** The state that is shown, or -1 when the vault says that it is damaged and leaves everything alone. */
async function open(machine: Machine): Promise<number> {
  const before = snapshot(machine)
  const background = machine.start()
  expect(await background.ask('app.load', {})).toMatchObject({
    ok: true,
    value: { status: 'locked', accounts: [] },
  })
  const entered = await background.services.vault.enter(({ vaultId, slots }) =>
    unwrapByRecovery(vaultId, slots, secret),
  )
  if (!entered.ok) {
    expect(await background.ask('vault.create', { passphrase: 'kopi angin perak' })).toEqual({
      ok: false,
      code: 'vault-exists',
    })
    expect(snapshot(machine)).toEqual(before)
    return -1
  }
  const content = await readContent(background)
  const found = states.findIndex((state) => state.content === content)
  expect(found).toBeGreaterThanOrEqual(0)
  return found
}

/** Which state stands in that place, whole; -1 when it is none. */
function stateIn(machine: Machine, place: (typeof PLACES)[number]): number {
  const copy = JSON.stringify(readPlace(machine.held, place))
  return states.findIndex(({ sealed }) => JSON.stringify(sealed) === copy)
}

function snapshot({ held: { local, database } }: Machine): string {
  const copies = PLACES.map((place) => readPlace({ local, database }, place))
  return JSON.stringify(copies)
}

async function readContent(background: Background): Promise<string> {
  const data = await background.services.vault.read()
  if (!data.ok) throw new Error(data.code)
  return JSON.stringify(data.value.accounts)
}
