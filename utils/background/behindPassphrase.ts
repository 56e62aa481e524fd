import type { Result } from '../core/result'
import type { KeyService } from './keyService'

/**
 * A handler that runs only when the passphrase came with the request, again and right: for what shows
 * a secret, hands out the vault or weakens its lock. Wrong ones count as at the lock screen.
 */
export function behindPassphrase<Payload extends { readonly passphrase: string }, T, Code>(
  { verify }: Pick<KeyService, 'verify'>,
  handle: (payload: Omit<Payload, 'passphrase'>) => Promise<Result<T, Code & string>>,
) {
  return async ({ passphrase, ...payload }: Payload) => {
    const verified = await verify(passphrase)
    return verified.ok ? handle(payload) : verified
  }
}
