import { browser } from './browser'

const SCRIPT_FILE = '/pageScan.js'

export interface FrameResult {
  readonly frameId: number
  readonly result: unknown
}

/** Runs the page scan in every frame that may be reached; nothing where the browser forbids it. */
export async function scanFrames(tabId: number): Promise<readonly FrameResult[]> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [SCRIPT_FILE],
    })
    return results.map(({ frameId, result }) => ({ frameId, result }))
  } catch {
    return [] // browser pages, stores and other protected places
  }
}

/** Scrolls to a picture that the last scan of that frame named. */
export async function revealPicture(tabId: number, frameId: number, index: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    args: [index],
    func: (index: number) => {
      const { sandiPictures } = globalThis as { sandiPictures?: readonly Element[] }
      sandiPictures?.[index]?.scrollIntoView({ block: 'center', inline: 'center' })
      // What is not drawn yet would not be on the screenshot.
      return new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          setTimeout(resolve, 50)
        })
      })
    },
  })
}

/**
 * The picture with that address as the frame has it, as a data URL; nothing where the frame may not be
 * reached or the picture comes from another site. The address is not fetched anew.
 */
export async function readPictureOf(
  tabId: number,
  frameId: number,
  src: string,
): Promise<string | undefined> {
  if (src.startsWith('data:image/')) return src
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      args: [src],
      func: (src: string) => {
        const image = [...document.images].find(({ currentSrc }) => currentSrc === src)
        if (!image) return undefined
        const canvas = document.createElement('canvas')
        canvas.width = image.naturalWidth
        canvas.height = image.naturalHeight
        canvas.getContext('2d')?.drawImage(image, 0, 0)
        return canvas.toDataURL('image/png')
      },
    })
    return typeof frame?.result === 'string' ? frame.result : undefined
  } catch {
    return undefined // a closed page, or a picture that taints the canvas
  }
}
