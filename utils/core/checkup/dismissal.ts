/** Why a person leaves a task undone. */
export const REASONS = ['done-elsewhere', 'accepted', 'does-not-apply'] as const
export type DismissReason = (typeof REASONS)[number]

/** A task that was put away, as it stood then: when that changes it is there again. */
export interface Dismissal {
  readonly task: string
  readonly state: string
  readonly reason: DismissReason
}
