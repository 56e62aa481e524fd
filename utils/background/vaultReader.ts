import type { Bytes } from '../core/bytes'
import { failure, success, type Failure, type Result } from '../core/result'
import type { VaultData } from '../core/vault/vaultData'
import {
  openVault,
  readHeader,
  type SealedVault,
  type VaultHeader,
} from '../core/vault/vaultFormat'
import type { VaultStatus } from '../protocol/views'
import type { Session } from './session'
import { isSameSeal, type Copy } from './vaultCopies'
import { DEPTHS, type VaultStore } from './vaultStore'

export type ReadCode = 'locked' | 'vault-damaged' | 'vault-too-new'
export type Damage = Exclude<ReadCode, 'locked'>

/** A way to the data key: what is asked of each copy's header. */
export type Unwrap<Code extends string> = (
  header: VaultHeader,
) => Promise<Result<Bytes, Code | 'vault-damaged'>>

/** The newest readable copy. */
export interface Content {
  readonly vault: SealedVault
  readonly header: VaultHeader
  readonly data: VaultData
  /** Whether a copy that cannot be read yet may hold more than this one. */
  readonly isOutdated: boolean
}

/** The same with its key. */
export interface Opened extends Content {
  readonly dataKey: Bytes
}

/** What an unlock opens, and the copies among which it was found. */
export interface Entered {
  readonly opened: Opened
  readonly copies: readonly Copy[]
}

export interface VaultState {
  readonly status: VaultStatus
  /** Why no copy in storage can be read. */
  readonly damage?: Damage
  /** What the unlocked vault holds. */
  readonly opened?: Opened
}

interface ReaderOptions {
  readonly store: VaultStore
  readonly session: Session
  /** Called when the time of not using the vault is over. */
  readonly onExpired: () => Promise<void>
}

/** Opens the vault: which copy counts, and what it holds. Nothing is written here. */
export function createVaultReader({ store, session, onExpired }: ReaderOptions) {
  // The last opened content, so that showing codes does not decrypt each time; it ends with the lock.
  let last: Content | undefined

  /** Status, damage and content at one instant. */
  async function readState(): Promise<VaultState> {
    const dataKey = await readKey()
    if (dataKey) {
      const opened = await openAny(dataKey)
      return opened.ok
        ? { status: 'unlocked', opened: opened.value }
        : { status: 'unlocked', damage: opened.code }
    }
    const { existed, vaults } = await store.load()
    if (!existed) return { status: 'none' }
    const damage = findDamage(vaults)
    return damage ? { status: 'locked', damage } : { status: 'locked' }
  }

  async function readStatus(): Promise<VaultStatus> {
    if (await readKey()) return 'unlocked'
    return (await store.load()).existed ? 'locked' : 'none'
  }

  /** Opens the newest whole copy of which `unwrap` finds the data key. */
  async function enter<Code extends string>(
    unwrap: Unwrap<Code>,
  ): Promise<Result<Entered, Code | Damage | 'vault-missing'>> {
    const { existed, vaults, copies } = await store.load('all')
    let refusal: Failure<Code | Damage | 'vault-missing'> = failure(
      existed ? 'vault-damaged' : 'vault-missing',
    )
    const refusing: SealedVault[] = []
    for (const vault of vaults) {
      const result = await openSealed(vault, unwrap)
      if (result.ok) {
        // A newer copy that is whole refused it: this is the passphrase from before a change.
        if (await opensAny(refusing, result.value.dataKey)) return refusal
        return success({ opened: result.value, copies })
      }
      refusing.push(vault)
      // The newest copy's word counts: an older one behind it says less.
      if (vault === vaults[0]) refusal = result
      // A damaged slot looks like a wrong passphrase, so an older copy is asked too, unless what it would
      // be asked with is the same: asking twice takes twice as long.
      const isRefused = result.code !== 'vault-damaged' && result.code !== 'vault-too-new'
      if (isRefused && vaults.every(hasSlotsOf(vault))) break
    }
    return refusal
  }

  /** Opens one sealed vault of which `unwrap` finds the data key. */
  async function openSealed<Code extends string>(
    vault: SealedVault,
    unwrap: Unwrap<Code>,
  ): Promise<Result<Opened, Code | Damage>> {
    const header = readHeader(vault)
    if (!header.ok) return header
    const dataKey = await unwrap(header.value)
    if (!dataKey.ok) return dataKey
    const content = await openVault(vault, dataKey.value)
    if (!content.ok) return content
    return success({ vault, ...content.value, dataKey: dataKey.value, isOutdated: false })
  }

  async function openNewest(): Promise<Result<Opened, ReadCode>> {
    const dataKey = await readKey()
    return dataKey ? openAny(dataKey) : failure('locked')
  }

  /** The newest copy that the data key opens; what was opened last, while no other one was written. */
  async function openAny(dataKey: Bytes): Promise<Result<Opened, Damage>> {
    const known = last
    if (known && (await store.isNewest(known.vault))) return success({ ...known, dataKey })
    let isOutdated = false
    for (const depth of DEPTHS) {
      const { vaults } = await store.load(depth)
      isOutdated ||= vaults.some(isTooNew)
      for (const vault of vaults) {
        const content = await openOne(vault, dataKey)
        // An older copy is good enough only when the other engine has no newer one.
        if (content.ok && depth === 'slots' && vault !== vaults[0]) break
        if (content.ok) {
          const found = { ...content.value, isOutdated }
          // What a write or the lock left in the meantime counts more.
          if (last === known) remember(found)
          return success({ ...found, dataKey })
        }
        if (content.code === 'vault-too-new') isOutdated = true
        else await store.setAside(vault)
      }
    }
    return failure(isOutdated ? 'vault-too-new' : 'vault-damaged')
  }

  async function openOne(
    vault: SealedVault,
    dataKey: Bytes,
  ): Promise<Result<Omit<Content, 'isOutdated'>, Damage>> {
    if (last && isSameSeal(last.vault, vault)) return success(last)
    const content = await openVault(vault, dataKey)
    return content.ok ? success({ vault, ...content.value }) : content
  }

  async function readKey(): Promise<Bytes | undefined> {
    const { dataKey, hasExpired } = await session.look()
    if (hasExpired) await onExpired()
    if (!dataKey) forget()
    return dataKey
  }

  function remember(content: Content): void {
    last = content
  }

  function forget(): void {
    last = undefined
  }

  return {
    readState,
    readStatus,
    enter,
    openSealed,
    openAny,
    openNewest,
    readKey,
    remember,
    forget,
  }
}

export type VaultReader = ReturnType<typeof createVaultReader>

/** What the copies say about themselves, before any key is there. */
function findDamage(vaults: readonly SealedVault[]): Damage | undefined {
  if (vaults.some((vault) => readHeader(vault).ok)) return undefined
  return vaults.some(isTooNew) ? 'vault-too-new' : 'vault-damaged'
}

function isTooNew(vault: SealedVault): boolean {
  const header = readHeader(vault)
  return !header.ok && header.code === 'vault-too-new'
}

async function opensAny(vaults: readonly SealedVault[], dataKey: Bytes): Promise<boolean> {
  for (const vault of vaults) if ((await openVault(vault, dataKey)).ok) return true
  return false
}

function hasSlotsOf(vault: SealedVault): (other: SealedVault) => boolean {
  const slotsOf = (it: SealedVault) => {
    const header = readHeader(it)
    return header.ok ? JSON.stringify([header.value.vaultId, header.value.slots]) : ''
  }
  return (other) => slotsOf(other) === slotsOf(vault)
}
