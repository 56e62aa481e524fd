import { browser } from './browser'

const MAX_CHARACTERS = 8000

/** The text that the frames of a page show to the person now, each with its origin; unchecked. */
export async function readPageTexts(tabId: number): Promise<readonly unknown[]> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      args: [MAX_CHARACTERS],
      func: (max: number) => ({
        origin: location.origin,
        // What is drawn and nothing else: hidden templates of errors are on many pages.
        text: `${document.title}\n${document.body.innerText}`.slice(0, max),
      }),
    })
    return frames.map(({ result }) => result)
  } catch {
    return [] // browser pages, stores and other protected places
  }
}
