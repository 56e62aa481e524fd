import { html, NOTHING } from '../html.ts'
import type { Service } from '../service.ts'
import type { Reply, Route } from '../site.ts'
import { renderNoticePage } from '../views/noticePage.ts'
import {
  OTHER_CODES,
  TROUBLE_WORDS,
  type OtherCode,
  type TroubleWords,
} from '../views/troubleWords.ts'
import { redirectTo, showPage } from './replies.ts'

type Routes = Readonly<Record<string, Route>>

const SKEWS = [0, 47, -120, 3600]
const MAX_SKEW_SECONDS = 100_000

/** Pages on which a sign-in fails for another reason than a wrong code, each at an address of its own. */
export function createTroubleRoutes(service: Service): { get: Routes; post: Routes } {
  const words = TROUBLE_WORDS[service.id === 'perizinan' ? 'id' : 'en']
  const asking = (isWrong: boolean) =>
    Object.fromEntries(
      OTHER_CODES.map((kind) => [`/${kind}`, () => showAsking(service, words, kind, isWrong)]),
    )
  return {
    get: {
      '/trouble': () => showIndex(service, words),
      '/maintenance': () => showPage(service, renderNoticePage(words.maintenance), 503),
      '/clock': ({ demo, query }) => {
        const seconds = Number(query.get('seconds'))
        demo.memory.setSkew(Math.abs(seconds) <= MAX_SKEW_SECONDS ? seconds * 1000 : 0)
        return redirectTo('/trouble')
      },
      ...asking(false),
    },
    post: asking(true),
  }
}

function showIndex(service: Service, words: TroubleWords): Reply {
  const pages = [...OTHER_CODES, 'maintenance']
  return showPage(service, {
    title: words.title,
    width: 'narrow',
    body: html`<section class="card">
      <h1>${words.title}</h1>
      <p class="lead">${words.intro}</p>
      <ul>
        ${pages.map((page) => html`<li><a href="/${page}">/${page}</a></li>`)}
      </ul>
      <h2>${words.clock}</h2>
      <ul>
        ${SKEWS.map(
          (skew) =>
            html`<li><a href="/clock?seconds=${String(skew)}">${words.seconds(skew)}</a></li>`,
        )}
      </ul>
    </section>`,
  })
}

function showAsking(
  service: Service,
  words: TroubleWords,
  kind: OtherCode,
  isWrong: boolean,
): Reply {
  const { title, intro, label } = words.asking[kind]
  const page = {
    title,
    width: 'narrow' as const,
    body: html`<section class="card">
      <h1>${title}</h1>
      <p class="lead">${intro}</p>
      ${
        isWrong
          ? html`<p class="alert" role="alert" data-testid="code-error">${words.wrong}</p>`
          : NOTHING
      }
      <form method="post" action="/${kind}">
        <div class="field">
          <label class="label" for="code">${label}</label>
          <input type="text" id="code" name="code" maxlength="12" data-testid="code" required />
        </div>
        <button class="button" type="submit" data-testid="code-submit">${words.button}</button>
      </form>
      <p class="small"><a href="/">${words.back}</a></p>
    </section>`,
  }
  return showPage(service, page, isWrong ? 422 : 200)
}
