import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const TESTS = join(import.meta.dirname, '..')
const LEFT_OUT = /\b(?:it|test|describe)\w*\.(?:skip|skipIf|runIf|only|todo|fails)\b/u

it('leaves no test out', () => {
  const tests = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  )
  expect(tests.filter((test) => LEFT_OUT.test(readFileSync(join(TESTS, test), 'utf8')))).toEqual([])
})
