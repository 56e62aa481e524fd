import puppeteer from 'puppeteer-core'
import { setTimeout as sleep } from 'node:timers/promises'
import { listenOnLoopback } from '../demo/listen.ts'
import { findBrowsers } from '../scripts/browsers.mjs'
import { THRESHOLD, WEIGHTS } from '../utils/core/detect/weights.ts'
import { readCorpus, readRoles, type PageRecord, type Role } from './fields/pageRecord.ts'
import { bundleReader, readPage, type Candidate } from './fields/readPages.ts'
import { renderRecord } from './fields/renderRecord.ts'

const FOLDS = 5
const SCALES = [0, 0.5, 0.75, 1.25, 1.5, 2]
/** A decoy that is written into is worse than a field that is missed. */
const DECOY_COST = 2
const LATE_MS = 420

type Weights = Readonly<Record<string, number>>

interface Case {
  readonly app: string
  readonly isTotp: boolean
  readonly isDecoy: boolean
  readonly wanted: number
  readonly candidates: readonly {
    readonly roles: readonly Role[]
    readonly reasons: readonly string[]
    readonly kind: string
  }[]
}

/**
 * What the weights are worth on applications that they were not made for: each fold tunes them on the
 * other applications, starting from the table, and is judged on its own.
 */
export async function crossValidate(corpus: string): Promise<object> {
  const cases = await readCases(readCorpus(corpus))
  const apps = [...new Set(cases.map(({ app }) => app))].sort()
  const foldOf = new Map(apps.map((app, index) => [app, index % FOLDS]))
  const tuned = Array.from({ length: FOLDS }, (_, fold) => {
    const train = cases.filter(({ app }) => foldOf.get(app) !== fold)
    const test = cases.filter(({ app }) => foldOf.get(app) === fold)
    return { test, weights: tune(train) }
  })
  const all = tuned.flatMap(({ test, weights }) => test.map((it) => ({ it, weights })))
  return {
    pages: cases.length,
    applications: apps.length,
    ofTheTable: figures(cases.map((it) => ({ it, weights: WEIGHTS }))),
    tunedOnOthers: figures(all),
    changedByTuning: tuned.map(({ weights }) =>
      Object.entries(weights)
        .filter(([name, value]) => value !== (WEIGHTS as Weights)[name])
        .map(([name, value]) => `${name} ${value.toFixed(1)}`)
        .join(', '),
    ),
  }
}

/** One weight after the other, kept when the cases are judged better with it. */
function tune(cases: readonly Case[]): Weights {
  let weights: Weights = WEIGHTS
  let best = worth(cases, weights)
  for (const name of Object.keys(weights)) {
    for (const scale of SCALES) {
      const changed = { ...weights, [name]: ((WEIGHTS as Weights)[name] ?? 0) * scale }
      const value = worth(cases, changed)
      if (value > best) [best, weights] = [value, changed]
    }
  }
  return weights
}

function worth(cases: readonly Case[], weights: Weights): number {
  const { full, decoysHit } = figures(cases.map((it) => ({ it, weights })))
  return full - DECOY_COST * decoysHit
}

function figures(judged: readonly { it: Case; weights: Weights }[]) {
  const totp = judged.filter(({ it }) => it.isTotp)
  const decoys = judged.filter(({ it }) => it.isDecoy)
  const isFull = ({ it, weights }: (typeof judged)[number]) => {
    const roles = choose(it, weights)
    return roles?.length === it.wanted && roles.every((role) => role === 'totp')
  }
  const byApp = Map.groupBy(totp, ({ it }) => it.app)
  const macro = [...byApp.values()].map((pages) => pages.filter(isFull).length / pages.length)
  return {
    full: totp.filter(isFull).length / totp.length,
    macroFull: macro.reduce((a, b) => a + b, 0) / macro.length,
    decoysHit: decoys.filter(({ it, weights }) => choose(it, weights)).length / decoys.length,
  }
}

function choose({ candidates }: Case, weights: Weights): readonly Role[] | undefined {
  const bonus: Record<string, number> = { authenticator: 6, any: 3 }
  let best: { value: number; roles: readonly Role[] } | undefined
  for (const { roles, reasons, kind } of candidates) {
    const score = reasons.reduce((sum, reason) => sum + (weights[reason] ?? 0), 0)
    if (score < THRESHOLD) continue
    const value = score + (bonus[kind] ?? 0)
    if (!best || value > best.value) best = { value, roles }
  }
  return best?.roles
}

async function readCases(records: readonly PageRecord[]): Promise<readonly Case[]> {
  const reader = await bundleReader()
  let html = ''
  const server = await listenOnLoopback((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  }, 0)
  const browser = await puppeteer.launch({
    executablePath: findBrowsers().chrome ?? '',
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    const cases: Case[] = []
    for (const record of records) {
      html = renderRecord(record)
      await page.goto(new URL(record.path ?? '/', `http://localhost:${server.port}`).href)
      if (record.contexts?.includes('late')) await sleep(LATE_MS)
      cases.push(toCase(record, await readPage(page, reader)))
    }
    return cases
  } finally {
    await browser.close()
    await server.close()
  }
}

function toCase(record: PageRecord, frames: readonly (readonly Candidate[])[]): Case {
  const roles = readRoles(record)
  const candidates = frames.flatMap((found, frame) =>
    found.map(({ places, reasons, kind }) => ({
      roles: places.map((place) => roles[frame]?.[place] ?? 'none'),
      reasons,
      kind,
    })),
  )
  const wanted = roles.flat().filter((role) => role === 'totp').length
  return {
    app: record.app,
    isTotp: wanted > 0,
    isDecoy: record.polarity === 'decoy',
    wanted,
    candidates,
  }
}
