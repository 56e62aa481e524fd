import type { Account } from '../../account'
import { MIGRATION_DIGITS, writeMigration } from '../../otpauth/writeMigration'
import type { Exporter } from '../exporter'

const MAX_ACCOUNTS = 10
/** About version 25: phones read it off a screen. */
const MAX_CHARACTERS = 1200

/** Google Authenticator's QR codes: as many as are needed, each of them small enough for a phone. */
export const google: Exporter = {
  refuse(account) {
    if (account.type === 'steam') return 'type-unknown'
    if (!MIGRATION_DIGITS.has(account.digits)) return 'digits-unknown'
    if (account.type === 'totp' && account.periodSeconds !== 30) return 'period-unknown'
    return isTooLong([account]) ? 'too-long' : undefined
  },
  keep: () => ({}),
  write(accounts, { randomBytes }) {
    const pages: Account[][] = []
    for (const account of accounts) {
      const last = pages.at(-1)
      const isFull = !last || last.length >= MAX_ACCOUNTS || isTooLong([...last, account])
      if (isFull) pages.push([account])
      else last.push(account)
    }
    const batchId = new DataView(randomBytes(4).buffer).getUint32(0) >>> 1
    const size = pages.length
    return Promise.resolve(
      pages.map((page, index) => writeMigration(page, { batchId, size, index })),
    )
  },
}

function isTooLong(accounts: readonly Account[]): boolean {
  // With an id and a count as long as they get.
  const part = { batchId: 0x7fffffff, size: 999, index: 998 }
  return writeMigration(accounts, part).length > MAX_CHARACTERS
}
