import type { SealedVault } from '@/utils/core/vault/vaultFormat'
import { pickOne } from '../../soak/random'
import type { Held } from './machine'

export const PLACES = ['vault.a', 'vault.b', 'vault.mirror'] as const
export type Place = (typeof PLACES)[number]

type Random = () => number
interface State {
  readonly sealed: SealedVault
}

const PARTS = ['header', 'nonce', 'ciphertext'] as const
const NOT_A_COPY: readonly unknown[] = [null, 7, 'text', [], {}, { header: 1 }]

export function readPlace({ local, database }: Omit<Held, 'memory'>, place: Place): unknown {
  return (place === 'vault.mirror' ? database : local).get(place)
}

/** One thing that a bad disk, another program or an attacker may do to a copy of the vault. */
export function damageCopy(
  held: Held,
  place: Place,
  states: readonly State[],
  random: Random,
): void {
  const stored = readPlace(held, place) as SealedVault
  const values = place === 'vault.mirror' ? held.database : held.local
  const other = () => pickOne(random, states).sealed
  const part = pickOne(random, PARTS)
  const damages = [
    () => ({ ...stored, [part]: flipBits(stored[part], random) }),
    () => ({ ...stored, [part]: flipBits(stored[part], random) }),
    () => ({ ...stored, [part]: stored[part].slice(0, random() * stored[part].length) }),
    // Parts of two true copies, and a true copy of long ago.
    () => ({ ...stored, [part]: other()[part] }),
    () => other(),
    () => readPlace(held, pickOne(random, PLACES)),
    () => ({ ...stored, [part]: pickOne(random, NOT_A_COPY) }),
    () => pickOne(random, NOT_A_COPY),
    () => undefined,
  ]
  const damaged = pickOne(random, damages)()
  if (damaged === undefined) values.delete(place)
  else values.set(place, damaged)
}

function flipBits(text: string, random: Random): string {
  const bytes = Buffer.from(text, 'latin1')
  const flips = 1 + Math.floor(random() * 4)
  for (let flip = 0; flip < flips && bytes.length > 0; flip++) {
    const at = Math.floor(random() * bytes.length)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
  }
  return bytes.toString('latin1')
}
