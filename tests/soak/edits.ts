import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { askBackground } from '../support/askBackground.ts'
import { makeSecret } from '../support/makeLinks.ts'
import type { Entry, Ledger } from './ledger.ts'
import { pickOne } from './random.ts'

/** A command to the background, and what the ledger is once the background has acknowledged it. */
export interface Edit {
  readonly name: string
  /** Asks; the reply's code, `ok` among them, or `undefined` when no answer came. */
  readonly ask: (page: Page) => Promise<string | undefined>
  readonly after: (ledger: Ledger) => Ledger
}

const MAX_ACCOUNTS = 40

/** Chooses the next command, as a person in a hurry would. */
export function nextEdit(ledger: Ledger, random: () => number): Edit {
  // A renewal that nobody heard of left a code that nobody knows.
  if (ledger.recoveryCode === undefined) return renewRecovery(ledger)
  const living = ledger.entries.filter(({ deleted }) => !deleted)
  const trashed = ledger.entries.filter(({ deleted }) => deleted)
  const chance = random()
  if (chance < 0.05) return changePassphrase(ledger, random)
  if (chance < 0.08) return renewRecovery(ledger)
  if (chance < 0.12) return confirmRecovery()
  if (living.length === 0 || (chance < 0.45 && living.length < MAX_ACCOUNTS)) {
    return addAccount(random)
  }
  if (chance < 0.55 && trashed.length > 0) return restore(pickOne(random, trashed))
  const target = pickOne(random, living)
  if (chance < 0.65) return remove(target)
  if (chance < 0.8) return bind(target, random)
  return pin(target)
}

function addAccount(random: () => number): Edit {
  const command = randomUUID()
  const secret = makeSecret()
  const name = `user${String(Math.floor(random() * 1e9))}`
  const text = `otpauth://totp/Soak:${name}?secret=${secret}&issuer=Soak`
  let draftId = ''
  return {
    name: 'add',
    ask: async (page) => {
      // Asked again, the same draft is added: that is what keeps an account from being there twice.
      if (draftId === '') {
        const report = await askBackground(page, 'accounts.readText', { text })
        if (!report?.ok) return codeOf(report)
        draftId = report.value.drafts[0]?.draftId ?? ''
      }
      const choices = [{ draftId, issuer: 'Soak', account: name }]
      return codeOf(await askBackground(page, 'accounts.add', { choices }, command))
    },
    after: (ledger) => {
      const entry = { id: draftId, name, secret, pinned: false, sites: [], deleted: false }
      return { ...ledger, entries: [...ledger.entries, entry] }
    },
  }
}

function remove({ id }: Entry): Edit {
  const command = randomUUID()
  return {
    name: 'delete',
    ask: async (page) =>
      codeOf(await askBackground(page, 'accounts.delete', { accountIds: [id] }, command)),
    after: change(id, { deleted: true }),
  }
}

function restore({ id }: Entry): Edit {
  const command = randomUUID()
  return {
    name: 'restore',
    ask: async (page) =>
      codeOf(await askBackground(page, 'accounts.restore', { accountIds: [id] }, command)),
    after: change(id, { deleted: false }),
  }
}

function pin({ id, pinned }: Entry): Edit {
  const command = randomUUID()
  return {
    name: 'pin',
    ask: async (page) =>
      codeOf(
        await askBackground(page, 'accounts.pin', { accountId: id, pinned: !pinned }, command),
      ),
    after: change(id, { pinned: !pinned }),
  }
}

function bind({ id }: Entry, random: () => number): Edit {
  const command = randomUUID()
  const sites = [`https://host${String(Math.floor(random() * 1e6))}.example`]
  return {
    name: 'setSites',
    ask: async (page) =>
      codeOf(
        await askBackground(
          page,
          'accounts.setSites',
          { accountId: id, sites, hasSeenWarning: true },
          command,
        ),
      ),
    after: change(id, { sites }),
  }
}

function changePassphrase({ passphrase }: Ledger, random: () => number): Edit {
  const command = randomUUID()
  const next = `kopi sawah ${String(Math.floor(random() * 1e9))} angin perak`
  return {
    name: 'changePassphrase',
    ask: async (page) =>
      codeOf(await askBackground(page, 'vault.changePassphrase', { passphrase, next }, command)),
    after: (ledger) => ({ ...ledger, passphrase: next }),
  }
}

/** The new code is known only to who got the answer, so what the ledger holds comes with it. */
function renewRecovery({ passphrase }: Ledger): Edit {
  const command = randomUUID()
  let recoveryCode: string | undefined
  return {
    name: 'renewRecovery',
    ask: async (page) => {
      const reply = await askBackground(page, 'vault.renewRecovery', { passphrase }, command)
      if (reply?.ok) recoveryCode = reply.value.recoveryCode
      return codeOf(reply)
    },
    after: (ledger) => ({ ...ledger, recoveryCode, isRecoveryConfirmed: false }),
  }
}

function confirmRecovery(): Edit {
  const command = randomUUID()
  return {
    name: 'confirmRecovery',
    ask: async (page) => codeOf(await askBackground(page, 'vault.confirmRecovery', {}, command)),
    after: (ledger) => ({ ...ledger, isRecoveryConfirmed: true }),
  }
}

function change(id: string, difference: Partial<Entry>): (ledger: Ledger) => Ledger {
  return (ledger) => ({
    ...ledger,
    entries: ledger.entries.map((it) => (it.id === id ? { ...it, ...difference } : it)),
  })
}

function codeOf(
  reply: { readonly ok: true } | { readonly ok: false; readonly code: string } | undefined,
): string | undefined {
  return reply?.ok ? 'ok' : reply?.code
}
