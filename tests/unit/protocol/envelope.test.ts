import { describe, expect, it } from 'vitest'
import { isEnvelope } from '@/utils/protocol/envelope'

describe('isEnvelope', () => {
  it('knows a request', () => {
    expect(isEnvelope({ to: 'background', request: 'app.load', payload: {} })).toBe(true)
  })

  it.each([
    undefined,
    null,
    'app.load',
    7,
    [],
    {},
    { event: 'vault.changed' },
    { to: 'page', request: 'app.load', payload: {} },
    { to: 'background', payload: {} },
    { to: 'background', request: 7, payload: {} },
    { to: 'background', request: ['app.load'], payload: {} },
    { to: 'background', request: 'app.load' },
  ])('takes %j for none', (message) => {
    expect(isEnvelope(message)).toBe(false)
  })
})
