import type { Account } from '@/utils/core/account'

export const NOW = Date.UTC(2026, 0, 15, 12)

/** An account whose names and secret are made up. */
export function makeAccount(change: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    type: 'totp',
    secret: 'JBSWY3DPEHPK3PXP',
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    counter: 0,
    issuer: 'Acme',
    account: 'me@example.id',
    sites: ['https://login.acme.example'],
    pinned: false,
    createdAt: NOW,
    updatedAt: NOW,
    ...change,
  }
}
