import { MAX_ICON_CHARACTERS } from '../../core/import/cleanExtras'
import { shrinkImage } from '../../platform/images'
import { readDataUrl } from '../readDataUrl'

const SIZES = [96, 64, 48]

/** A picture as small as it may be kept with an account; `undefined` where the browser cannot open it. */
export async function shrinkIcon(file: Blob): Promise<string | undefined> {
  const dataUrl = await readDataUrl(file)
  if (!dataUrl.ok) return undefined
  for (const size of SIZES) {
    const icon = await shrinkImage(dataUrl.value, size)
    if (icon === undefined || icon.length <= MAX_ICON_CHARACTERS) return icon
  }
  return undefined
}
