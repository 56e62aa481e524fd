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
  const refusals = computed(() => drafts.report?.refusals ?? [])

  return { choices, chosen, refusals }
}

function toAddChoice({ draft, issuer, account, isSiteUsed }: ReviewChoice): AddChoice {
  const { draftId, site } = draft
  return { draftId, issuer, account, ...(isSiteUsed && site !== undefined ? { site } : {}) }
}
