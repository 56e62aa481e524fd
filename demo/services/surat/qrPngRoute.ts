import { drawQrPng } from '../../qr.ts'
import type { Route } from '../../site.ts'

// Well below what the largest QR version holds at level M.
const TEXT_LENGTH_LIMIT = 1000

export const sendQrPng: Route = ({ query }) => {
  const text = query.get('text') ?? ''
  if (text === '' || text.length > TEXT_LENGTH_LIMIT) {
    return { kind: 'refusal', status: 400, text: 'Give a text of 1 to 1000 characters.' }
  }
  return { kind: 'image', type: 'image/png', bytes: drawQrPng(text) }
}
