import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useBackupOpen } from '@/utils/ui/composables/useBackupOpen'
import { errorMessage } from '@/utils/ui/i18n/errorMessage'

const WHOLE = readFileSync(
  join(import.meta.dirname, '../../fixtures/golden/backup-v1.sandi'),
  'utf8',
)

const choose = async (text: string) => {
  const opening = useBackupOpen()
  await opening.choose(new File([text], 'a.sandi'))
  return opening
}

describe('the file of a backup', () => {
  it('is asked its passphrase for when it is whole', async () => {
    const { file, fileError } = await choose(WHOLE)
    expect(file.value).toEqual({ name: 'a.sandi', text: WHOLE })
    expect(fileError.value).toBeUndefined()
  })

  it.each([
    ['another text', 'a recovery code', 'backup-unknown'],
    ['a part of one', WHOLE.slice(0, -200), 'backup-damaged'],
    ['one with another letter in it', WHOLE.replace('="', 'A"'), 'backup-damaged'],
  ] as const)('is refused at once when it is %s', async (_name, text, code) => {
    expect(text).not.toBe(WHOLE)
    const { file, fileError } = await choose(text)
    expect(file.value).toBeUndefined()
    expect(fileError.value).toBe(errorMessage(code))
  })
})
