/**
 * `npm test`: every check of the project, on a fresh clone too.
 *   npm test -- --only unit,lint     these steps (and what they need)
 *   npm test -- --skip e2e           all but these
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, run } from './children.mjs'
import { generateTypes, installBrowsers, installPackages } from './setup.mjs'
import { makeTestBuild } from './testBuild.mjs'

const REPORTS = join(ROOT, '.output/test')
const HEARTBEAT_MS = 10_000

/**
 * In the order they start. `needs` run first and, if one fails, stand in for the step. Those that are
 * `patient` watch no clock: they run one after the other on what the rest leaves of the processors.
 * The last one drives real browsers and starts when all but the patient ones are done.
 */
const STEPS = [
  { name: 'format', isPatient: true, run: checkPatiently('prettier', '--check', '.') },
  { name: 'lint', isPatient: true, run: checkPatiently('eslint', '.', '--max-warnings', '0') },
  { name: 'types', isPatient: true, run: checkPatiently('vue-tsc', '--noEmit') },
  { name: 'unit', run: vitest('unit', 'components') },
  { name: 'faults', run: vitest('faults') },
  { name: 'build', run: build },
  { name: 'build-firefox', run: check('wxt', 'build', '-b', 'firefox', '--mv3') },
  { name: 'web-ext', needs: ['build-firefox'], run: webExtLint },
  { name: 'package', needs: ['build', 'build-firefox'], run: vitest('package') },
  { name: 'e2e', needs: ['build', 'build-firefox'], isLast: true, run: e2e },
]

async function main() {
  const steps = chooseSteps()
  const results = new Map()
  try {
    await installPackages()
    await generateTypes()
  } catch (error) {
    report('setup', 0, failed(error.message))
    return [failed()]
  }
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })

  const patient = steps.filter((step) => step.isPatient)
  const last = steps.filter((step) => step.isLast)
  const others = steps.filter((step) => !step.isPatient && !step.isLast)
  await Promise.all([
    runSideBySide(patient, 1, results),
    runSideBySide(others, 2, results).then(() => runSideBySide(last, 1, results)),
  ])
  return [...results.values()]
}

function chooseSteps() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, skip: { type: 'string', default: '' } },
  })
  const names = (list) => list.split(',').filter(Boolean)
  const unknown = [...names(values.only ?? ''), ...names(values.skip)].filter(
    (name) => !STEPS.some((step) => step.name === name),
  )
  if (unknown.length > 0) {
    throw new Error(
      `No such step: ${unknown.join(', ')}. There are: ${STEPS.map((step) => step.name).join(', ')}.`,
    )
  }
  const wanted = new Set(values.only ? names(values.only) : STEPS.map((step) => step.name))
  for (const step of STEPS)
    if (wanted.has(step.name)) step.needs?.forEach((name) => wanted.add(name))
  for (const name of names(values.skip)) wanted.delete(name)
  return STEPS.filter((step) => wanted.has(step.name))
}

/** Starts steps in order, so many at a time, each as soon as what it needs is done. */
async function runSideBySide(steps, atATime, results) {
  const waiting = [...steps]
  const width = Math.min(atATime, availableParallelism())
  const settled = (name) => results.has(name) || !steps.some((step) => step.name === name)
  const running = new Set()
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((step) => (step.needs ?? []).every(settled))
    if (next && running.size < width) {
      waiting.splice(waiting.indexOf(next), 1)
      const promise = runStep(next, results).then(() => running.delete(promise))
      running.add(promise)
    } else {
      await Promise.race(running)
    }
  }
}

async function runStep(step, results) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  const broken = (step.needs ?? []).filter((name) => results.get(name)?.failed)
  console.log(`▸ ${step.name}`)
  const timer = setInterval(() => console.log(`… ${step.name} ${seconds()} s`), HEARTBEAT_MS)
  const result = broken.length > 0 ? failed(`needs ${broken.join(', ')}`) : await step.run()
  clearInterval(timer)
  results.set(step.name, result)
  report(step.name, seconds(), result)
}

function report(name, seconds, result) {
  const { passed, failed, note, output } = result
  const counts = passed + failed > 1 ? `: ${passed} passed, ${failed} failed` : ''
  console.log(`${failed ? '✗' : '✓'} ${name} (${seconds} s)${counts}${note ? ` – ${note}` : ''}`)
  if (failed && output) console.log(output.trimEnd())
}

function check(command, ...args) {
  return async () => toResult(await run(command, args))
}

function checkPatiently(command, ...args) {
  return async () => toResult(await run(command, args, { isPatient: true }))
}

function toResult({ code, output }) {
  return code === 0 ? passed() : failed(undefined, output)
}

/** The build that ships and the copy of it that the tests in Chromium use. */
async function build() {
  const result = await check('wxt', 'build')()
  if (!result.failed) makeTestBuild()
  return result
}

async function webExtLint() {
  const { code, output } = await run('web-ext', [
    'lint',
    '--source-dir',
    '.output/firefox-mv3',
    '--output',
    'json',
  ])
  const { summary, warnings } = parseJsonWithin(output) ?? {}
  const unexplained = warnings?.filter((warning) => !isOfVue(warning))
  if (code !== 0 || !summary || summary.errors > 0 || unexplained.length > 0)
    return failed(undefined, output)
  return passed(`${summary.warnings} warnings, all of Vue's own code`)
}

/** Vue's runtime can write static markup; no template of ours asks it to, and `vue/no-v-html` keeps it so. */
function isOfVue({ code, message }) {
  return code === 'UNSAFE_VAR_ASSIGNMENT' && message === 'Unsafe assignment to innerHTML'
}

async function e2e() {
  try {
    await installBrowsers(['chrome', 'firefox'])
  } catch (error) {
    return failed(error.message)
  }
  return vitest('e2e')()
}

function vitest(...projects) {
  return async () => {
    const reportFile = join(REPORTS, `${projects.at(-1)}.json`)
    const { code, output } = await run('vitest', [
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ])
    return { ...countTests(reportFile, code), output }
  }
}

/** A test that was left out counts as failed, and so does a file that could not be loaded. */
function countTests(reportFile, code) {
  let suite
  try {
    suite = JSON.parse(readFileSync(reportFile, 'utf8'))
  } catch {
    return failed('vitest wrote no report')
  }
  const passed = suite.numPassedTests
  const unloaded = suite.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failures = suite.numTotalTests - passed + unloaded
  // Errors outside any test, and a run without tests, fail without a test to point at.
  if (failures === 0 && (code !== 0 || passed === 0)) {
    return { passed, failed: 1, note: passed === 0 ? 'no tests' : 'errors outside of tests' }
  }
  return { passed, failed: failures }
}

function parseJsonWithin(text) {
  const start = text.indexOf('{"')
  try {
    return JSON.parse(text.slice(start, text.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}

function passed(note) {
  return { passed: 1, failed: 0, note }
}

function failed(note, output) {
  return { passed: 0, failed: 1, note, output }
}

let results
try {
  results = await main()
} catch (error) {
  results = [failed()]
  console.log(error.message)
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 ? 0 : 1
