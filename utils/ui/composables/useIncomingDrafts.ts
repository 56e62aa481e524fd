import { useDrafts } from '../stores/useDrafts'
import { useView } from '../stores/useView'
import { useIncoming } from './useIncoming'

/** Links and pictures that are pasted or dropped on the list; what is wrong with them is said where accounts are added. */
export function useIncomingDrafts(): void {
  const drafts = useDrafts()
  const view = useView()

  async function review(reading: Promise<boolean>): Promise<void> {
    view.show((await reading) ? 'review' : 'add')
  }

  useIncoming({
    onText: (text) => void review(drafts.readText(text)),
    onImages: (files) => void review(drafts.readImages(files)),
  })
}
