import type { Bytes } from '../core/bytes'
import { KEY_BYTES, type RandomBytes } from '../core/crypto/aead'
import { isArgon2Sound, type Argon2Cost } from '../core/crypto/argon2'
import {
  calibrateCost,
  isSameCost,
  raiseCost,
  type MeasureCost,
} from '../core/crypto/calibrateCost'
import { failure, success, type Result } from '../core/result'
import {
  drawRecoverySecret,
  formatRecoveryCode,
  parseRecoveryCode,
  type RecoveryCodeProblem,
} from '../core/vault/recoveryCode'
import { unwrapByPassphrase, unwrapByRecovery, type PassphraseSlot } from '../core/vault/slots'
import { EMPTY_VAULT, noteStrength, type VaultData } from '../core/vault/vaultData'
import {
  createHeader,
  replacePassphrase,
  replaceRecovery,
  type OpenCode,
  type VaultHeader,
} from '../core/vault/vaultFormat'
import type { ChosenPassphrase } from '../protocol/views'
import { createSerialQueue } from './serialQueue'
import type { UnlockThrottle } from './unlockThrottle'
import type { UpdateCode, UpdateOptions, VaultService } from './vaultService'
import type { SaveCode } from './vaultStore'

interface KeyOptions {
  readonly vault: VaultService
  readonly throttle: UnlockThrottle
  readonly randomBytes: RandomBytes
  /** What a passphrase slot costs at least; a cheaper one is raised at the next unlock. */
  readonly cost: Argon2Cost
  readonly measure: MeasureCost
  readonly now: () => number
  readonly locksWithScreen: () => Promise<boolean>
  readonly showInToolbar: (isLocked: boolean) => Promise<void>
}

export type UnlockCode = OpenCode | 'vault-missing' | 'throttled' | 'locked'
type CreateCode = 'vault-exists' | 'passphrase-empty' | 'kdf-unsound' | 'no-memory' | SaveCode
type RecoverCode =
  UpdateCode | RecoveryCodeProblem | 'wrong-recovery-code' | 'passphrase-empty' | 'vault-missing'

/** The ways to the data key: they come, change and go here, and the data key stays. */
export function createKeyService(options: KeyOptions) {
  const { vault, throttle, randomBytes, cost, measure, now, locksWithScreen, showInToolbar } =
    options
  // One passphrase at a time: parallel guesses would all pass the throttle together.
  const enqueue = createSerialQueue()

  /** Creates the vault, empty or from a backup; its recovery code is told this once and never again. */
  async function create(
    chosen: ChosenPassphrase,
    data: VaultData = EMPTY_VAULT,
  ): Promise<Result<{ recoveryCode: string; isCostReduced: boolean }, CreateCode>> {
    if (chosen.passphrase === '') return failure('passphrase-empty')
    if (!(await isArgon2Sound())) return failure('kdf-unsound')
    if ((await vault.readStatus()) !== 'none') return failure('vault-exists')
    const choice = await calibrateCost(measure, cost)
    if (!choice) return failure('no-memory')
    const dataKey = randomBytes(KEY_BYTES)
    const secret = drawRecoverySecret(randomBytes)
    const makeHeader = async () => {
      const header = await createHeader(dataKey, chosen.passphrase, choice.cost, randomBytes)
      return replaceRecovery(header, dataKey, secret, randomBytes)
    }
    const begun = await vault.begin(makeHeader, dataKey, noteStrength(data, chosen.isWeak))
    if (!begun.ok) return begun
    return success({ recoveryCode: formatRecoveryCode(secret), isCostReduced: choice.isReduced })
  }

  function unlock(passphrase: string): Promise<Result<null, UnlockCode>> {
    return enqueue(async () => {
      let used: PassphraseSlot | undefined
      const entered = await guard(() =>
        vault.enter(async ({ vaultId, slots }) => {
          const found = await unwrapByPassphrase(vaultId, slots, passphrase)
          if (!found.ok) return found
          used = found.value.slot
          return success(found.value.dataKey)
        }),
      )
      if (entered.ok && used) await raise(passphrase, used.kdf)
      return entered
    })
  }

  /** Locks at once, and again behind an unlock that is under way. */
  async function lock(): Promise<void> {
    const again = async () => {
      if ((await vault.readStatus()) === 'unlocked') await vault.lock()
    }
    await Promise.all([vault.lock(), enqueue(again)])
  }

  /** Locks because the screen was, unless the person chose otherwise. */
  async function lockWithScreen(): Promise<void> {
    if (await locksWithScreen()) await lock()
  }

  /** After a start of the browser the toolbar knows nothing of the vault. */
  async function showLockState(): Promise<void> {
    await showInToolbar((await vault.readStatus()) === 'locked')
  }

  /** Unlocks with the recovery code and sets a new passphrase; the code stays valid. */
  async function recover(code: string, next: ChosenPassphrase): Promise<Result<null, RecoverCode>> {
    if (next.passphrase === '') return failure('passphrase-empty')
    const secret = parseRecoveryCode(code)
    if (!secret.ok) return secret
    const entered = await vault.enter(({ vaultId, slots }) =>
      unwrapByRecovery(vaultId, slots, secret.value),
    )
    if (!entered.ok) return entered
    await throttle.succeed()
    return setPassphrase(next)
  }

  /** Another passphrase for the same vault; the present one is asked for again. */
  async function changePassphrase(
    passphrase: string,
    next: ChosenPassphrase,
    asked: UpdateOptions = {},
  ): Promise<Result<null, UnlockCode | UpdateCode | 'passphrase-empty'>> {
    if (next.passphrase === '') return failure('passphrase-empty')
    // Done by the same command before, the present passphrase is the new one already.
    if (await vault.hasDone(asked.command)) return success(null)
    const verified = await verify(passphrase)
    return verified.ok ? setPassphrase(next, { ...asked, snapshot: 'passphrase' }) : verified
  }

  /** A new recovery code, told this once; the one before opens nothing any more. */
  async function renewRecovery(
    passphrase: string,
  ): Promise<Result<{ recoveryCode: string }, UnlockCode | UpdateCode>> {
    const verified = await verify(passphrase)
    if (!verified.ok) return verified
    const secret = drawRecoverySecret(randomBytes)
    const replaced = await vault.replaceHeader(
      (header, dataKey) => replaceRecovery(header, dataKey, secret, randomBytes),
      {},
      // Nobody has seen the new code yet, so no moment may call it confirmed.
      ({ recoveryConfirmedAt: _confirmed, ...data }) => data,
    )
    if (!replaced.ok) return replaced
    return success({ recoveryCode: formatRecoveryCode(secret) })
  }

  /** Notes that the person has shown that the recovery code is written down. */
  function confirmRecovery(): Promise<Result<null, UpdateCode>> {
    return vault.update((data) =>
      success({ data: { ...data, recoveryConfirmedAt: now() }, answer: null }),
    )
  }

  /** Asks for the passphrase again while the vault is unlocked: before anything sensitive. */
  function verify(passphrase: string): Promise<Result<null, UnlockCode>> {
    return enqueue(() =>
      guard(async () => {
        const header = await vault.readHeader()
        if (!header.ok) return header
        const { vaultId, slots } = header.value
        const found = await unwrapByPassphrase(vaultId, slots, passphrase)
        return found.ok ? success(null) : found
      }),
    )
  }

  /** Whether something may be done that needs the passphrase again where there is a vault to guard. */
  async function permit(
    passphrase: string | undefined,
  ): Promise<Result<null, UnlockCode | 'passphrase-needed'>> {
    const status = await vault.readStatus()
    if (status === 'none') return success(null)
    if (status === 'locked') return failure('locked')
    return passphrase === undefined ? failure('passphrase-needed') : verify(passphrase)
  }

  /** A try counts before it is made; a wrong one says how many are left before a pause. */
  async function guard<Code extends string>(
    attempt: () => Promise<Result<null, Code>>,
  ): Promise<Result<null, Code | 'throttled'>> {
    const begun = await throttle.begin()
    if (!begun.ok) return begun
    const result = await attempt()
    if (!result.ok && result.code === 'wrong-passphrase') return { ...result, detail: begun.value }
    // Anything but a wrong passphrase is not a guess.
    await throttle.succeed()
    return result
  }

  /** Raises a slot that has become too cheap, without a word: where that fails, it opens as before. */
  async function raise(passphrase: string, present: Argon2Cost): Promise<void> {
    const raised = await findCost(present)
    if (isSameCost(raised, present)) return
    await vault.replaceHeader((header, dataKey) =>
      replacePassphrase(header, dataKey, passphrase, raised, randomBytes),
    )
  }

  /** What a slot is to cost that costs `present`; that is affordable where it was derived a moment ago. */
  async function findCost(present: Argon2Cost): Promise<Argon2Cost> {
    const raised = raiseCost(present, cost)
    const isKnown = isSameCost(raised, present) || (await measure(raised)) !== undefined
    return isKnown ? raised : present
  }

  function setPassphrase(
    next: ChosenPassphrase,
    asked?: UpdateOptions,
  ): Promise<Result<null, UpdateCode>> {
    const change = async (header: VaultHeader, dataKey: Bytes) => {
      const present = header.slots.find((slot) => slot.type === 'passphrase')?.kdf ?? cost
      const raised = await findCost(present)
      return replacePassphrase(header, dataKey, next.passphrase, raised, randomBytes)
    }
    return vault.replaceHeader(change, asked, (data) => noteStrength(data, next.isWeak))
  }

  return {
    create,
    unlock,
    lock,
    lockWithScreen,
    showLockState,
    recover,
    changePassphrase,
    renewRecovery,
    confirmRecovery,
    verify,
    permit,
    guard,
    setPassphrase,
  }
}

export type KeyService = ReturnType<typeof createKeyService>
