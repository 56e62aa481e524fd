import { formatOtpauthUri } from '../../otpauth/formatOtpauthUri'
import type { Exporter } from '../exporter'

// Error correction takes its share of a QR code's 2953 bytes.
const MAX_LINK_CHARACTERS = 2000

/** A sheet of paper: one QR code for each account. */
export const sheet: Exporter = {
  refuse: (account) =>
    formatOtpauthUri(account).length > MAX_LINK_CHARACTERS ? 'too-long' : undefined,
  keep: () => ({}),
  write: (accounts) => Promise.resolve(accounts.map(formatOtpauthUri)),
}
