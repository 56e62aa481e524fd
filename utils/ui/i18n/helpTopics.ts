/** What the help explains. */
export const TOPICS = ['what', 'rejected', 'lost', 'moving', 'portals'] as const
export type Topic = (typeof TOPICS)[number]

export interface HelpText {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly steps?: readonly string[]
}
export type HelpTexts = Readonly<Record<Topic, HelpText>>
