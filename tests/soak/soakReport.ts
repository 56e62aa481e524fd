export interface SoakOptions {
  /** A built, unpacked extension. */
  readonly extensionDir: string
  readonly rounds: number
  /** What is edited and when the blow falls; the browser's own timing stays its own. */
  readonly seed: number
  readonly log: (line: string) => void
}

export interface SoakReport {
  rounds: number
  /** Edits whose acknowledgement arrived. */
  acknowledged: number
  /** Commands without an acknowledgement that were found carried out. */
  pendingApplied: number
  /** Every difference between what was acknowledged and what was found. */
  readonly problems: string[]
}
