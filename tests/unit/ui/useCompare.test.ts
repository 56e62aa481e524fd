// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { success } from '@/utils/core/result'
import { useCompare } from '@/utils/ui/composables/useCompare'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { playBackground } from '../../support/playBackground'

const OFF = '111111'
const SAME = '222222'

let adopted: string[]
beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
  adopted = []
  playBackground({
    'assist.solve': ({ code }) =>
      success(code === OFF ? { kind: 'clock', seconds: 90, isZone: false } : { kind: 'same' }),
    'assist.adopt': ({ code }) => {
      adopted.push(code)
      return success(null)
    },
  })
})

it('takes over what was compared, and not what was typed since', async () => {
  const { code, compare, adopt } = useCompare(() => 'a')
  code.value = OFF
  await compare()
  code.value = '333333'
  await adopt()
  expect(adopted).toEqual([OFF])
})

it('answers anew for a code that is compared after something was mended', async () => {
  const { code, compare, adopt, answer, isFixable } = useCompare(() => 'a')
  code.value = OFF
  await compare()
  await adopt()
  const fixed = answer.value
  code.value = SAME
  await compare()
  expect(answer.value).not.toBe(fixed)
  code.value = OFF
  await compare()
  expect(isFixable.value).toBe(true)
})
