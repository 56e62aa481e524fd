import { shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'

/** Makes a new recovery code, which stays in memory until it is put away. */
export function useRenewRecovery() {
  const code = shallowRef<string>()

  async function renew(passphrase: string): Promise<Reply<unknown>> {
    const reply = await request('vault.renewRecovery', { passphrase })
    if (reply.ok) code.value = reply.value.recoveryCode
    return reply
  }

  function putAway(): void {
    code.value = undefined
  }

  return { code, renew, putAway }
}
