import type { VaultData } from './vaultData'

/** What the vault remembers of a command, so that asking again after a lost reply does nothing twice. */
export interface CommandRecord extends Receipt {
  readonly id: string
}

export interface Receipt {
  /** What the same answer needs again, such as the counter of the code that was given out. */
  readonly receipt?: number
  /** The account whose counter that is. */
  readonly accountId?: string
}

const MAX_COMMANDS = 64

export function findCommand(data: VaultData, id: string | undefined): CommandRecord | undefined {
  return id === undefined ? undefined : data.commands?.find((command) => command.id === id)
}

export function noteCommand(
  data: VaultData,
  id: string | undefined,
  receipt: Receipt = {},
): VaultData {
  if (id === undefined || findCommand(data, id)) return data
  const command = { id, ...receipt }
  return { ...data, commands: [...(data.commands ?? []), command].slice(-MAX_COMMANDS) }
}
