import { Consts, Credentials, Kdbx, ProtectedValue } from 'kdbxweb'
import type { Bytes } from '../../../utils/core/bytes'
import { linkOf } from './plain'
import { PASSWORD, type Sample } from './samples'

/** A KeePass 4 database with the fast key derivation, and one entry of each in its bin. */
export async function writeKdbx(samples: readonly Sample[]): Promise<Bytes> {
  const database = Kdbx.create(new Credentials(ProtectedValue.fromString(PASSWORD)), 'Root')
  database.setKdf(Consts.KdfId.Aes)
  const root = database.getDefaultGroup()
  for (const it of samples) {
    const entry = database.createEntry(root)
    entry.fields.set('Title', it.issuer)
    entry.fields.set('UserName', it.account)
    const isSteam = it.type === 'steam'
    const link = isSteam ? `${linkOf({ ...it, type: 'totp' })}&encoder=steam` : linkOf(it)
    entry.fields.set('otp', ProtectedValue.fromString(link))
  }
  const thrownAway = database.createEntry(root)
  thrownAway.fields.set('otp', linkOf(samples[0] ?? ({} as Sample)))
  database.remove(thrownAway)
  return new Uint8Array(await database.save())
}
