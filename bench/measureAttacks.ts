import { ATTACKS } from '../tests/e2e/attacks/attacks.ts'
import { HONEST } from '../tests/e2e/attacks/honestPages.ts'
import { MORE_ATTACKS } from '../tests/e2e/attacks/moreAttacks.ts'
import { playGallery, type Outcome, type Way } from '../tests/e2e/attacks/playGallery.ts'
import type { BrowserKind } from '../tests/support/browserDriver.ts'

const ZOOMS = [0.5, 0.8, 1.25, 1.5, 2]

/** Every attack of the gallery, each after its honest control, and how honest pages end. */
export async function measureAttacks(kind: BrowserKind, only = ''): Promise<object> {
  const gallery = await playGallery(kind)
  const attacks: Record<string, object> = {}
  const honest: Record<string, Way> = {}
  let survived = 0
  try {
    const chosen = [...ATTACKS, ...MORE_ATTACKS].filter(({ name }) => name.includes(only))
    const isBusy = ({ control }: Outcome) => control === 'dead end'
    for (const attack of chosen) {
      const started = performance.now()
      const first = await gallery.play(attack)
      // A machine that is too busy for the control says nothing about the attack.
      const { control, isFilled, isAsBefore, leaks } = isBusy(first)
        ? await gallery.play(attack)
        : first
      const isSeen = attack.kind === 'covers' && isAsBefore === true
      const isSurvived = (!isFilled || isSeen) && leaks.length === 0 && control !== 'dead end'
      if (isSurvived) survived++
      const ms = Math.round(performance.now() - started)
      attacks[attack.name] = {
        isSurvived,
        filled: isFilled ? (isSeen ? 'seen' : 'UNSEEN') : 'no',
        control,
        ms,
      }
      console.log(attack.name, attacks[attack.name])
    }
    if (only === '') {
      for (const page of HONEST) honest[page.name] = await gallery.visit(page)
      for (const zoom of ZOOMS) honest[`zoom ${String(zoom)}`] = await gallery.visitZoomed(zoom)
      console.log(honest)
    }
    const ways = Object.values(honest)
    const count = (way: Way) => ways.filter((one) => one === way).length
    return {
      attacks: chosen.length,
      survived,
      honestPages: ways.length,
      inline: count('inline'),
      popup: count('popup'),
      deadEnds: count('dead end'),
      each: attacks,
      pages: honest,
    }
  } finally {
    await gallery.close()
  }
}
