import { value } from '../../journeys/support/world'
import { Machine, type Held } from './machine'

export const PASSPHRASE = 'kopi sawah angin perak lima'

export interface SavedVault {
  /** A machine with the vault unlocked, to be copied: deriving keys each time would take too long. */
  readonly held: Held
  readonly recoveryCode: string
  /** Two time-based accounts and one with a counter. */
  readonly accountIds: readonly [string, string, string]
}

/** A vault made through the protocol, as a person would. */
export async function makeSavedVault(): Promise<SavedVault> {
  const machine = new Machine()
  const background = machine.start()
  const created = await background.ask('vault.create', { passphrase: PASSPHRASE })
  if (!created) throw new Error('stopped')
  const { recoveryCode } = value(created)
  const text = [
    'otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&issuer=Acme',
    'otpauth://totp/Bank:me?secret=GEZDGNBVGY3TQOJQ&issuer=Bank',
    'otpauth://hotp/Counter:me?secret=GEZDGNBVGY3TQOJQ&issuer=Counter&counter=5',
  ].join('\n')
  const report = await background.ask('accounts.readText', { text })
  if (!report) throw new Error('stopped')
  const choices = value(report).drafts.map(({ draftId, view: { issuer, account } }) => ({
    draftId,
    issuer,
    account,
  }))
  const added = await background.ask('accounts.add', { choices })
  if (!added) throw new Error('stopped')
  const [first, second, third] = value(added).map(({ id }) => id)
  if (!first || !second || !third) throw new Error('three accounts were expected')
  return {
    held: structuredClone(machine.held),
    recoveryCode,
    accountIds: [first, second, third],
  }
}
