import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { isBoundTo } from '../../core/match/site'
import { request } from '../../protocol/pageClient'
import type { SiteAssessment, Standing } from '../../protocol/views'
import { useAccounts } from './useAccounts'
import { useApp } from './useApp'

export type { Standing }

const NOTHING: SiteAssessment = { likely: [] }

/** What the vault's sites say about the one in front, where no account is bound to it. */
export const useSiteTrust = defineStore('siteTrust', () => {
  const app = useApp()
  const accounts = useAccounts()
  const assessment = shallowRef(NOTHING)

  const unbound = computed(() => {
    const { site } = app
    if (site === undefined || accounts.accounts.length === 0) return undefined
    return accounts.accounts.some(({ sites }) => isBoundTo(sites, site)) ? undefined : site
  })

  watch(
    unbound,
    async (site) => {
      assessment.value = NOTHING
      if (site === undefined) return
      const reply = await request('sites.assess', { site })
      if (reply.ok && site === unbound.value) assessment.value = reply.value
    },
    { immediate: true },
  )

  return {
    /** None where the site imitates one: nothing there may look like advice to use a code. */
    likely: computed(() => {
      const { likely, imitated } = assessment.value
      return new Set(imitated === undefined ? likely : [])
    }),
    imitated: computed(() => assessment.value.imitated),
  }
})
