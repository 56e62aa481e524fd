import { html } from '../../html.ts'
import { showPage } from '../../routes/replies.ts'
import type { Route } from '../../site.ts'
import { SURAT } from './surat.ts'

/** Words about codes and numbers, yet no picture to scan and no field to fill. */
export const showArticle: Route = () =>
  showPage(SURAT, {
    title: 'How a letter travels',
    width: 'wide',
    body: html`<article class="card prose">
      <h1>How a letter travels</h1>
      <p class="lead">
        Before anybody pressed a button marked Send, a message was a thing with weight. It could be
        dropped, rained on, lost behind a cupboard, and found again by a grandchild.
      </p>
      <h2>The first mile</h2>
      <p>
        A letter begins in the least organised place it will ever be: a kitchen table. The envelope
        is addressed by hand, and the hand is in a hurry. A seven looks like a one; the name of the
        street loses a letter to the curve of the pen. From here on, strangers will spend their
        working day guessing kindly what was meant.
      </p>
      <p>
        The box on the corner is emptied twice a day, at half past ten and again at five. Whoever
        runs up at 17:02 with a birthday card learns something about time that no clock teaches. The
        bag goes onto a bicycle, the bicycle goes to a van, and the van to a long hall with a tin
        roof where everything is tipped onto one moving belt.
      </p>
      <h2>Six digits, and what they know</h2>
      <p>
        In the hall nobody reads names. They read the postal code, and they read it from left to
        right, throwing away less of the world with every digit. The first says which part of the
        country; the second and third, which city; by the fourth a district has been chosen, and the
        last two have settled on a handful of streets. A letter marked 482193 has been sorted five
        times before a person who could pronounce the street sees it at all.
      </p>
      <p>
        It is a fine trick, because it works without trust. The sorter need not know the sender, nor
        the sender the sorter. Each looks at one figure, does one small thing, and passes the rest
        along. Most systems that last are made like that: of people who each need to know only a
        little.
      </p>
      <h2>The night train</h2>
      <p>
        There used to be a carriage in which the sorting went on while the train was moving. Thirty
        pigeonholes to a side, a lamp that swung, a kettle wedged in a corner with string. The
        clerks worked standing, feet apart like sailors, and could tell the bridges by their sound.
        They boasted that they had never carried a letter past its stop, which cannot have been
        quite true, and that they had never read a postcard, which was certainly false.
      </p>
      <p>
        When the line was straightened the journey lost forty minutes and the carriage lost its
        reason. The letters now fly over the bridges in a container, sorted beforehand by a machine
        that photographs every envelope and asks a person only when it is unsure. The person sits in
        front of a screen and types what the machine could not read. Nobody has hung a lamp there.
      </p>
      <h2>The last mile</h2>
      <p>
        The last mile is the dear one. Everything before it is done for ten thousand letters at a
        time; this is done for one. The carrier knows that number 12 is behind number 14, that the
        dog at the corner is all noise, and that the old man on the third floor gets no letters and
        should be told good morning anyway. None of it is written down, and when the carrier retires
        it will have to be learned again, one dog at a time.
      </p>
      <p>
        Then the flap lifts, something falls on the mat, and the message is where it was meant to
        be. Nobody in the whole chain needed to open it. That was the promise, and it was kept by
        habit more than by the gum on the envelope.
      </p>
      <p class="small"><a href="/">Back to Lantern Mail</a></p>
    </article>`,
  })
