import { readClock } from '../../platform/clock'
import { formatDay } from '../i18n/formatMoment'

/** The sheet goes to the browser's own print dialog; a counter on it is as old as its day. */
export function useSheetPrint() {
  return {
    printedOn: formatDay(readClock()),
    print: () => {
      window.print()
    },
  }
}
