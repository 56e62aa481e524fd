import { beforeAll, describe, expect, it } from 'vitest'
import type { PageRequests } from '@/utils/protocol/requests'
import { value } from '../journeys/support/world'
import { Machine, type Background } from './support/machine'
import { makeSavedVault, type SavedVault } from './support/savedVault'

// The background is stopped before each of its accesses to storage in turn, as the browser may at any
// moment, and started anew; who asked asks again. `SOAK_REPEATS` says from how many starting points.
const REPEATS = Number(process.env['SOAK_REPEATS'] ?? 20)

let saved: SavedVault
beforeAll(async () => {
  saved = await makeSavedVault()
})

const pin = (pinned: boolean) => (background: Background) =>
  background.ask(
    'accounts.pin',
    { accountId: saved.accountIds[0], pinned },
    `pin ${String(pinned)}`,
  )

interface Command {
  readonly name: string
  /** Made once, so that asking again asks the same. */
  readonly prepare: (
    background: Background,
  ) => Promise<(background: Background) => Promise<unknown>>
  /** What the accounts are afterwards, from what they were. */
  readonly after: (accounts: readonly View[]) => readonly View[]
}
type View = Pick<PageRequests['accounts.pin']['reply'], 'issuer' | 'pinned' | 'sites'>

const COMMANDS: readonly Command[] = [
  {
    name: 'an account is added',
    async prepare(background) {
      const text = 'otpauth://totp/New:me?secret=JBSWY3DPEHPK3PXQ&issuer=New'
      const report = await background.ask('accounts.readText', { text })
      if (!report) throw new Error('stopped')
      const choices = value(report).drafts.map(({ draftId }) => ({
        draftId,
        issuer: 'New',
        account: 'me',
      }))
      return (asked) => asked.ask('accounts.add', { choices }, 'add')
    },
    after: (accounts) => [...accounts, { issuer: 'New', pinned: false, sites: [] }],
  },
  {
    name: 'an account is deleted',
    prepare: () =>
      Promise.resolve((asked) =>
        asked.ask('accounts.delete', { accountIds: [saved.accountIds[1]] }, 'delete'),
      ),
    after: (accounts) => accounts.filter(({ issuer }) => issuer !== 'Bank'),
  },
  {
    name: 'an account is pinned',
    prepare: () => Promise.resolve(pin(true)),
    after: (accounts) =>
      accounts.map((it) => (it.issuer === 'Acme' ? { ...it, pinned: true } : it)),
  },
  {
    name: 'sites are bound',
    prepare: () =>
      Promise.resolve((asked) =>
        asked.ask(
          'accounts.setSites',
          { accountId: saved.accountIds[1], sites: ['https://bank.example'] },
          'bind',
        ),
      ),
    after: (accounts) =>
      accounts.map((it) =>
        it.issuer === 'Bank' ? { ...it, sites: ['https://bank.example'] } : it,
      ),
  },
]

describe.each(COMMANDS)('a background that is stopped while $name', (command) => {
  const name = 'has done it once when it is asked again, wherever it was stopped'
  it(name, { timeout: 120_000 }, async () => {
    let steps = 0
    for (let repeat = 0; repeat < Math.ceil(REPEATS / COMMANDS.length); repeat++) {
      for (let step = 0; ; step++) {
        const machine = new Machine(saved.held)
        const before = machine.start()
        // Another number of writes before: the copies then lie in other places.
        for (let edit = 0; edit < repeat; edit++)
          await before.ask('accounts.pin', { accountId: saved.accountIds[0], pinned: false })
        const expected = command.after(await readAccounts(before))
        const ask = await command.prepare(before)
        let left = step
        const interrupted = machine.start(() => (left-- === 0 ? 'stop' : 'arrive'))
        const reply = await ask(interrupted)
        const again = machine.start()
        if (reply === undefined) expect(await ask(again)).toMatchObject({ ok: true })
        expect(await readAccounts(again)).toEqual(expected)
        expect(await readAccounts(machine.start())).toEqual(expected)
        expect(quarantined(machine)).toEqual([])
        if (!interrupted.isStopped) break
        steps++
      }
    }
    expect(steps).toBeGreaterThan(20)
  })
})

it('never gives the same counter-based code twice, wherever it was stopped', async () => {
  for (let step = 0; ; step++) {
    const machine = new Machine(saved.held)
    const advance = (background: Background, command: string) =>
      background.ask('codes.advance', { accountId: saved.accountIds[2] }, command)
    let left = step
    const interrupted = machine.start(() => (left-- === 0 ? 'stop' : 'arrive'))
    const first = await advance(interrupted, 'first')
    const again = machine.start()
    const codes = [first ?? (await advance(again, 'first')), await advance(again, 'second')]
    const heard = codes.flatMap((reply) => (reply?.ok ? [reply.value.code] : []))
    expect(new Set(heard).size).toBe(heard.length)
    expect(heard).toHaveLength(2)
    if (!interrupted.isStopped) break
  }
})

async function readAccounts(background: Background): Promise<readonly View[]> {
  const state = await background.ask('app.load', {})
  if (!state) throw new Error('stopped')
  return value(state).accounts.map(({ issuer, pinned, sites }) => ({ issuer, pinned, sites }))
}

function quarantined(machine: Machine): readonly string[] {
  return [...machine.held.database.keys()].filter((key) => key.startsWith('quarantine.'))
}
