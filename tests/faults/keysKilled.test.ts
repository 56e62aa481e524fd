import { beforeAll, describe, expect, it } from 'vitest'
import { value } from '../journeys/support/world'
import { CHEAP_COST } from '../support/platform'
import { Machine, type Access, type Background } from './support/machine'
import { makeSavedVault, PASSPHRASE, type SavedVault } from './support/savedVault'

// The browser is killed before each write of a change of keys: what is only read leaves the disk as it
// is. `SOAK_REPEATS` says from how many starting points; deriving keys takes long, so there is one here.
const REPEATS = Number(process.env['SOAK_REPEATS'] ?? 1)
const NEXT = 'perak angin kopi sawah enam'
const DEARER_COST = { ...CHEAP_COST, iterations: CHEAP_COST.iterations + 1 }

let saved: SavedVault
beforeAll(async () => {
  saved = await makeSavedVault()
})

interface Change {
  readonly name: string
  readonly isUnlockedBefore: boolean
  readonly cost?: typeof CHEAP_COST
  readonly ask: (background: Background) => Promise<unknown>
  /** Ways in; exactly one of them opens the vault at any time. */
  readonly ways: readonly string[]
}

const CHANGES: readonly Change[] = [
  {
    name: 'the passphrase is changed',
    isUnlockedBefore: true,
    ask: (background) =>
      background.ask('vault.changePassphrase', { passphrase: PASSPHRASE, next: NEXT }),
    ways: [PASSPHRASE, NEXT],
  },
  {
    name: 'the recovery code sets a new one',
    isUnlockedBefore: false,
    ask: (background) =>
      background.ask('vault.recover', { recoveryCode: saved.recoveryCode, passphrase: NEXT }),
    ways: [PASSPHRASE, NEXT],
  },
  {
    name: 'the cost of deriving keys is raised',
    isUnlockedBefore: false,
    cost: DEARER_COST,
    ask: (background) => background.ask('vault.unlock', { passphrase: PASSPHRASE }),
    ways: [PASSPHRASE],
  },
  {
    name: 'the recovery code is renewed',
    isUnlockedBefore: true,
    ask: (background) => background.ask('vault.renewRecovery', { passphrase: PASSPHRASE }),
    ways: [PASSPHRASE],
  },
]

describe.each(CHANGES)('a browser that is killed while $name', (change) => {
  it('opens in exactly one way, with everything in it', { timeout: 3_600_000 }, async () => {
    const endings = new Set<string>()
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      for (let step = 0; ; step++) {
        const machine = await makeMachine(change, repeat)
        let left = step
        const killed = machine.start(
          (access) => (isWrite(access) && left-- === 0 ? 'stop' : 'arrive'),
          change.cost,
        )
        await change.ask(killed)
        machine.restartBrowser()
        endings.add(await openInOneWay(machine, change))
        if (!killed.isStopped) break
      }
    }
    // Killed early it is the old one, killed late the new one.
    expect([...endings]).toEqual(change.ways)
  })
})

function isWrite({ place, kind }: Access): boolean {
  return place !== 'memory' && (kind === 'set' || kind === 'remove')
}

/** Another number of writes before: the copies then lie in other places. */
async function makeMachine({ isUnlockedBefore }: Change, repeat: number): Promise<Machine> {
  const machine = new Machine(saved.held, `keys ${String(repeat)}`)
  const background = machine.start()
  for (let edit = 0; edit < repeat; edit++) {
    await background.ask('accounts.pin', { accountId: saved.accountIds[0], pinned: true })
  }
  background.stop()
  if (!isUnlockedBefore) machine.restartBrowser()
  return machine
}

async function openInOneWay(machine: Machine, { ways }: Change): Promise<string> {
  const opening: string[] = []
  for (const passphrase of ways) {
    const background = new Machine({ ...machine.held, memory: new Map() }).start()
    const reply = await background.ask('vault.unlock', { passphrase })
    if (!reply?.ok) continue
    opening.push(passphrase)
    const state = await background.ask('app.load', {})
    if (!state) throw new Error('stopped')
    expect(value(state).accounts.map(({ issuer }) => issuer)).toEqual(['Acme', 'Bank', 'Counter'])
  }
  expect(opening).toHaveLength(1)
  return opening[0] ?? ''
}
