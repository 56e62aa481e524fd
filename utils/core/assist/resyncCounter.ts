import type { OtpParameters } from '../account'
import { generateCode } from '../otp/generateCode'
import { cleanCode } from './solveCode'

const AHEAD = 200
const BEHIND = 200

/**
 * The counter after two codes in a row of the same secret: of the next two hundred, or, when this app
 * was pressed too often, of the last two hundred. One code alone could be found by chance.
 */
export function resyncCounter(
  account: OtpParameters,
  first: string,
  second: string,
): number | undefined {
  const codes = [cleanCode(first), cleanCode(second)]
  const isAt = (counter: number) =>
    codes.every((code, index) => generateCode(account, counter + index) === code)
  for (let step = 0; step < AHEAD; step++) {
    if (isAt(account.counter + step)) return account.counter + step + codes.length
  }
  for (let step = 1; step <= Math.min(BEHIND, account.counter); step++) {
    if (isAt(account.counter - step)) return account.counter - step + codes.length
  }
  return undefined
}
