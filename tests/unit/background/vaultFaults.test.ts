import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAsideStore } from '@/utils/background/asideStore'
import { createSession } from '@/utils/background/session'
import { createSnapshotStore, type SnapshotStore } from '@/utils/background/snapshotStore'
import { createVaultService } from '@/utils/background/vaultService'
import { createVaultStore } from '@/utils/background/vaultStore'
import { failure, success } from '@/utils/core/result'
import { addAccounts, changeAccount, type Edit } from '@/utils/core/vault/edits'
import { createHeader } from '@/utils/core/vault/vaultFormat'
import type { StorageArea } from '@/utils/platform/storage'
import { makeAccount, NOW } from '../../support/accounts'
import { createCountingBytes } from '../../support/countingBytes'
import { createMemoryDatabase } from '../../support/memoryDatabase'
import { CHEAP_COST } from '../../support/platform'

// `SOAK_RUNS=100000 npx vitest run vaultFaults` looks longer.
const RUNS = Number(process.env['SOAK_RUNS'] ?? 200)

type Fault = 'none' | 'refused' | 'lost' | 'torn' | 'garbled' | 'stale'
const FAULTS: readonly Fault[] = ['none', 'refused', 'lost', 'torn', 'garbled', 'stale']
type Step =
  | { readonly kind: 'edit'; readonly fault: Fault; readonly isMirrorBroken: boolean }
  | {
      readonly kind: 'advance'
      readonly fault: Fault
      readonly isMirrorBroken: boolean
      /** The last command once more, as after a lost reply. */
      readonly isAgain: boolean
    }
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'two edits at once' }
  | { readonly kind: 'damage'; readonly slot: 'vault.a' | 'vault.b' }
  | { readonly kind: 'lose everything in the first engine' }

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        fault: fc.constantFrom(...FAULTS),
        isMirrorBroken: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('advance' as const),
        fault: fc.constantFrom(...FAULTS),
        isMirrorBroken: fc.boolean(),
        isAgain: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'snapshot' }) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'restart' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'two edits at once' }) },
  ),
  { minLength: 1, maxLength: 12 },
)
const oneDamage = fc.oneof(
  fc.record({
    kind: fc.constant('damage' as const),
    slot: fc.constantFrom('vault.a' as const, 'vault.b' as const),
  }),
  fc.constant<Step>({ kind: 'lose everything in the first engine' }),
)

const COUNTER = 'counter'
const randomBytes = createCountingBytes('faults')
const dataKey = randomBytes(32)
// Deriving a key takes long and has its own tests: every run begins with this header.
const header = createHeader(dataKey, 'passphrase', CHEAP_COST, randomBytes)

/** One browser whose disk does what the steps say, with everything that was acknowledged. */
class FaultyBrowser {
  readonly acknowledged: string[] = [COUNTER]
  /** What each command to move the counter was answered with. */
  readonly #advanced = new Map<string, number>()
  #lastCommand = 0
  readonly #stored = new Map<string, unknown>()
  readonly #memory = new Map<string, unknown>()
  readonly #database = createMemoryDatabase()
  #snapshots!: SnapshotStore
  #fault: Fault = 'none'
  #stale: unknown
  #edits = 0
  #vault = this.#start()

  async begin(): Promise<void> {
    expect((await this.#vault.begin(() => header, dataKey)).ok).toBe(true)
    const counter = makeAccount({ id: COUNTER, type: 'hotp' })
    expect((await this.#vault.update(addAccounts([counter]))).ok).toBe(true)
  }

  async run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'edit':
      case 'advance':
        this.#fault = step.fault
        this.#database.state.isBroken = step.isMirrorBroken
        await (step.kind === 'edit' ? this.#edit() : this.#advance(step.isAgain))
        this.#fault = 'none'
        this.#database.state.isBroken = false
        return
      case 'snapshot':
        await this.#vault.takeSnapshot('import')
        return
      case 'restart':
        this.#vault = this.#start()
        return
      case 'two edits at once':
        await Promise.all([this.#edit(), this.#edit()])
        return
      case 'damage':
        this.#stored.set(step.slot, garble(this.#stored.get(step.slot)))
        this.#vault = this.#start()
        return
      case 'lose everything in the first engine':
        this.#stored.clear()
        this.#vault = this.#start()
    }
  }

  /** The accounts that a background finds which was started anew. */
  async read(): Promise<readonly string[]> {
    this.#vault = this.#start()
    const data = await this.#vault.read()
    if (!data.ok) throw new Error(data.code)
    return data.value.accounts.map(({ id }) => id)
  }

  /** What the snapshots hold that can be opened, and how many there are. */
  async readSnapshots(): Promise<{ taken: number; opened: number }> {
    const all = await this.#snapshots.list()
    const contents = await Promise.all(
      all.map(async ({ id }) => {
        const snapshot = await this.#snapshots.read(id)
        return snapshot && (await this.#vault.openCopy(snapshot))
      }),
    )
    return { taken: all.length, opened: contents.filter((it) => it?.ok).length }
  }

  /** A counter's value is given out once, and the same command is answered the same. */
  async #advance(isAgain: boolean): Promise<void> {
    if (!isAgain) this.#lastCommand++
    const command = String(this.#lastCommand)
    const advanced = await this.#vault.update(advanceCounter, { command })
    if (!advanced.ok) return
    const before = this.#advanced.get(command)
    if (before === undefined) expect([...this.#advanced.values()]).not.toContain(advanced.value)
    else expect(advanced.value).toBe(before)
    this.#advanced.set(command, advanced.value)
  }

  async #edit(): Promise<void> {
    const id = String(++this.#edits)
    const edited = await this.#vault.update((data) => {
      const added = addAccounts([makeAccount({ id })])(data)
      return added.ok ? success(added.value) : added
    })
    if (edited.ok) this.acknowledged.push(id)
  }

  #start() {
    const area: StorageArea = {
      get: (keys) => Promise.resolve(this.#get(keys)),
      set: (values) => this.#set(values),
      remove: () => Promise.resolve(),
    }
    const memory: StorageArea = {
      get: (keys) => Promise.resolve(pick(this.#memory, keys)),
      set: (values) => {
        for (const [key, value] of Object.entries(values)) this.#memory.set(key, value)
        return Promise.resolve()
      },
      remove: (keys) => {
        for (const key of keys) this.#memory.delete(key)
        return Promise.resolve()
      },
    }
    const { database } = this.#database
    const now = () => NOW
    const aside = createAsideStore({ database, now })
    this.#snapshots = createSnapshotStore({ database, aside, now })
    return createVaultService({
      store: createVaultStore({ area, database, aside }),
      snapshots: this.#snapshots,
      now,
      session: createSession({
        area: memory,
        now,
        readLimits: () => Promise.resolve({ idleMs: Infinity, totalMs: Infinity }),
        onChange: () => undefined,
        endsWith: [],
      }),
      randomBytes,
      withLock: (_name, task) => task(),
      announce: () => Promise.resolve(),
    })
  }

  #get(keys: readonly string[]): Record<string, unknown> {
    if (this.#fault === 'stale' && this.#stale !== undefined) {
      const stale = this.#stale as Map<string, unknown>
      this.#stale = undefined
      return pick(stale, keys)
    }
    return pick(this.#stored, keys)
  }

  #set(values: Record<string, unknown>): Promise<void> {
    if (this.#fault === 'refused') return Promise.reject(new Error('QUOTA_BYTES quota exceeded'))
    if (this.#fault === 'lost') return Promise.resolve()
    // The next read still sees what was there before.
    if (this.#fault === 'stale') this.#stale = new Map(this.#stored)
    for (const [key, value] of Object.entries(values)) {
      this.#stored.set(key, this.#fault === 'garbled' ? garble(value) : value)
      if (this.#fault === 'torn') break
    }
    return Promise.resolve()
  }
}

/** Gives out the value of the counter and moves it, as `codes.advance` does. */
const advanceCounter: Edit<number, 'account-missing'> = (data, done) => {
  const found = data.accounts.find(({ id }) => id === COUNTER)
  if (!found) return failure('account-missing')
  const receipt = done?.receipt ?? found.counter
  const moved = changeAccount(COUNTER, NOW, (it) => ({ ...it, counter: receipt + 1 }))(data)
  return moved.ok ? success({ data: moved.value.data, answer: receipt, receipt }) : moved
}

it(
  'loses no acknowledged edit, whatever the disk does to writes',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const browser = await play(script)
        expect(await browser.read()).toEqual(expect.arrayContaining(browser.acknowledged))
        const { taken, opened } = await browser.readSnapshots()
        expect(opened).toBe(taken)
      }),
      { numRuns: RUNS },
    )
  },
)

it(
  'loses none either when a copy or a whole engine is damaged afterwards',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, oneDamage, async (script, damage) => {
        // The last write reached both engines, as every undisturbed write does.
        const browser = await play([
          ...script,
          { kind: 'edit', fault: 'none', isMirrorBroken: false },
        ])
        await browser.run(damage)
        expect(await browser.read()).toEqual(expect.arrayContaining(browser.acknowledged))
      }),
      { numRuns: RUNS },
    )
  },
)

async function play(script: readonly Step[]): Promise<FaultyBrowser> {
  const browser = new FaultyBrowser()
  await browser.begin()
  for (const step of script) await browser.run(step)
  return browser
}

function pick(
  values: ReadonlyMap<string, unknown>,
  keys: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : [])),
  )
}

/** One letter of the ciphertext changed, as a bad disk would. */
function garble(value: unknown): unknown {
  if (value === undefined) return value
  return JSON.parse(
    JSON.stringify(value).replace(
      /("ciphertext":")(.)/u,
      (_all, start: string, first: string) => start + (first === 'A' ? 'B' : 'A'),
    ),
  )
}
