import { formatOtpauthUri } from '../../otpauth/formatOtpauthUri'
import type { Exporter } from '../exporter'

/** One `otpauth://` link a line: what nearly every app reads. */
export const otpauthList: Exporter = {
  refuse: () => undefined,
  keep: () => ({}),
  write: (accounts) =>
    Promise.resolve([accounts.map((account) => `${formatOtpauthUri(account)}\n`).join('')]),
}
