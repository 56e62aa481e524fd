import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { success } from '@/utils/core/result'
import { fromBase64, type Bytes } from '@/utils/core/bytes'
import { addAccounts } from '@/utils/core/vault/edits'
import { makeAccount } from '../support/accounts'
import { Machine, type Background, type Fate, type Held } from './support/machine'
import { makeSavedVault } from './support/savedVault'

// `npm run soak -- --what storage` runs it for longer.
const RUNS = Number(process.env['SOAK_RUNS'] ?? 10_000)

/** What happens to one edit: the fate of its write, and of the copy for the other storage engine. */
interface FaultyEdit {
  readonly kind: 'edit'
  readonly write: Exclude<Fate, 'stop'>
  readonly mirror: 'arrive' | 'refused' | 'lost'
}
type Step =
  | FaultyEdit
  | { readonly kind: 'stop'; readonly before: number }
  | { readonly kind: 'restart background' }
  | { readonly kind: 'restart browser' }
  | { readonly kind: 'two backgrounds' }

const edit: fc.Arbitrary<FaultyEdit> = fc
  .record({
    kind: fc.constant('edit' as const),
    write: fc.constantFrom('arrive', 'refused', 'lost', 'torn', 'garbled', 'stale', 'volatile'),
    mirror: fc.constantFrom('arrive', 'arrive', 'refused', 'lost'),
  })
  // What a power cut takes out of one engine is safe when the other one has flushed it.
  .map((it) => (it.write === 'volatile' ? { ...it, mirror: 'arrive' } : it))
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: edit },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('stop' as const), before: fc.nat(14) }),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'restart background' }) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'restart browser' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'two backgrounds' }) },
  ),
  { minLength: 1, maxLength: 5 },
)

let held: Held
let dataKey: Bytes
beforeAll(async () => {
  ;({ held } = await makeSavedVault())
  const session = held.memory.get('session') as { dataKey: string }
  const key = fromBase64(session.dataKey)
  if (!key) throw new Error('no key')
  dataKey = key
})

/** One machine whose disk does what the steps say, with everything that was acknowledged. */
class Story {
  readonly machine = new Machine(held)
  readonly acknowledged: string[] = []
  #fate: FaultyEdit | undefined
  #stopBefore = Infinity
  #background = this.#start()
  #edits = 0

  async run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'edit':
        this.#fate = step
        await this.#edit(this.#background)
        this.#fate = undefined
        return
      case 'stop':
        this.#stopBefore = step.before
        await this.#edit(this.#background)
        this.#stopBefore = Infinity
        this.#background.stop()
        this.#background = this.#start()
        return
      case 'restart background':
        this.#background.stop()
        this.#background = this.#start()
        return
      case 'restart browser':
        this.#background.stop()
        this.machine.restartBrowser()
        this.#background = this.#start()
        await this.unlock(this.#background)
        return
      case 'two backgrounds':
        await Promise.all([this.#edit(this.#background), this.#edit(this.#start())])
    }
  }

  /** As with a passphrase, whose key derivation is left out: it takes long and has its own tests. */
  async unlock(background: Background): Promise<void> {
    const entered = await background.services.vault.enter(() => Promise.resolve(success(dataKey)))
    if (!entered.ok) throw new Error(`not unlocked: ${entered.code}`)
  }

  /** The accounts that are found after the machine was started anew. */
  async read(): Promise<readonly string[]> {
    this.#background.stop()
    this.machine.restartBrowser()
    const background = this.#start()
    await this.unlock(background)
    const data = await background.services.vault.read()
    if (!data.ok) throw new Error(data.code)
    return data.value.accounts.map(({ id }) => id)
  }

  async #edit(background: Background): Promise<void> {
    const id = `added-${String(++this.#edits)}`
    const edited = await Promise.race([
      background.services.vault.update(addAccounts([makeAccount({ id })])),
      background.stopped,
    ])
    if (edited?.ok) this.acknowledged.push(id)
  }

  #start(): Background {
    return this.machine.start(({ place, kind, keys }) => {
      if (this.#stopBefore-- === 0) return 'stop'
      if (!this.#fate || kind !== 'set') return 'arrive'
      if (place === 'local' && keys.some((key) => key.startsWith('vault.'))) return this.#fate.write
      return place === 'database' ? this.#fate.mirror : 'arrive'
    })
  }
}

it(
  'loses nothing acknowledged and has nothing twice, whatever the disk does',
  { timeout: 3_600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const story = new Story()
        for (const step of script) await story.run(step)
        const found = await story.read()
        expect(found).toEqual(expect.arrayContaining(story.acknowledged))
        expect(new Set(found).size).toBe(found.length)
        expect(found.length).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: RUNS },
    )
  },
)
