import { describe, expect, it } from 'vitest'
import type { RestoreChoice } from '@/utils/core/vault/restoreAccounts'
import { compareWishes, restoreBackup } from '@/utils/core/vault/restoreBackup'
import type { SitePreferences } from '@/utils/core/vault/sitePreferences'
import { makeAccount, NOW } from '../../../support/accounts'

const [A, B] = ['https://a.example', 'https://b.example']
const BACKUP: SitePreferences = { [A]: { isHidden: true }, [B]: { submits: true } }

const HERE = makeAccount({ id: 'here' })
/** The same account, under the id that it had on another computer. */
const THERE = { ...HERE, id: 'there' }

function restore(backup: SitePreferences, sites: SitePreferences, choice: Partial<RestoreChoice>) {
  const edit = restoreBackup(
    { accounts: [THERE], sites: backup },
    { mode: 'merge', takesDifferent: false, ...choice },
    NOW,
  )
  const restored = edit({ version: 1, accounts: [HERE], sites })
  return restored.ok ? restored.value.data.sites : undefined
}

describe('the wishes for sites', () => {
  it('come where the vault has none', () => {
    expect(restore(BACKUP, {}, {})).toEqual(BACKUP)
  })

  it('stay where the vault has its own, unless what differs is to come', () => {
    const own = { [A]: { submits: true as const } }
    expect(restore(BACKUP, own, {})).toEqual({ ...BACKUP, ...own })
    expect(restore(BACKUP, own, { takesDifferent: true })).toEqual(BACKUP)
  })

  it('become those of the backup where it takes the place of the vault', () => {
    const own = { 'https://c.example': { isHidden: true as const } }
    expect(restore(BACKUP, own, { mode: 'replace' })).toEqual(BACKUP)
    expect(restore({}, own, { mode: 'replace' })).toBeUndefined()
  })

  it('name accounts as they are called here, and none that is not here', () => {
    const wish = { [A]: { appends: ['there', 'gone'] } }
    expect(restore(wish, {}, {})).toEqual({ [A]: { appends: ['here'] } })
  })

  it('are counted as new, different, missing or neither', () => {
    const data = { accounts: [HERE], sites: { [A]: { isHidden: true as const } } }
    const count = (sites: SitePreferences) => compareWishes({ accounts: [THERE], sites }, data)
    expect(count(BACKUP)).toEqual({ newSites: 1, differentSites: 0, missingSites: 0 })
    expect(count({ [A]: { submits: true } })).toEqual({
      newSites: 0,
      differentSites: 1,
      missingSites: 0,
    })
    expect(count({})).toEqual({ newSites: 0, differentSites: 0, missingSites: 1 })
  })
})
