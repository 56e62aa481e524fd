import { computed, reactive } from 'vue'
import { useDrafts, type AddChoice, type DraftView } from '../stores/useDrafts'

export interface ReviewChoice {
  readonly draft: DraftView
  isIncluded: boolean
  issuer: string
  account: string
  isSiteUsed: boolean
  /** Its fields are shown where drafts are many. */
  isOpen: boolean
}

/** What the person makes of the drafts before they are added. What is there already is left out. */
export function useReview() {
  const drafts = useDrafts()
  const choices = reactive(
    (drafts.report?.drafts ?? []).map((draft): ReviewChoice => ({
      draft,
      isIncluded: draft.standing !== 'duplicate',
      issuer: draft.view.issuer,
      account: draft.view.account,
      isSiteUsed: draft.site !== undefined,
      isOpen: false,
    })),
  )

  const chosen = computed(() => choices.filter(({ isIncluded }) => isIncluded).map(toAddChoice))
  const withSite = computed(() => choices.filter(({ draft }) => draft.site !== undefined))
  /** The sites that are proposed: that of the page for all of them, or each service's own. */
  const sites = computed(() => [
    ...new Set(withSite.value.flatMap(({ draft }) => draft.site ?? [])),
  ])
  const isSiteUsedByAll = computed({
    get: () => withSite.value.every(({ isSiteUsed }) => isSiteUsed),
    set: (isUsed) => {
      for (const choice of withSite.value) choice.isSiteUsed = isUsed
    },
  })
  /** The site that the page's imitates, where it does: none is proposed then. */
  const imitated = computed(() => choices.find(({ draft }) => draft.imitated)?.draft.imitated)
  const refusals = computed(() => drafts.report?.refusals ?? [])

  return { choices, chosen, sites, isSiteUsedByAll, imitated, refusals }
}

function toAddChoice({ draft, issuer, account, isSiteUsed }: ReviewChoice): AddChoice {
  const { draftId, site } = draft
  return { draftId, issuer, account, ...(isSiteUsed && site !== undefined ? { site } : {}) }
}
