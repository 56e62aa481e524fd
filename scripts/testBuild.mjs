/**
 * Headless Chromium cannot answer prompts for permissions. The build for its tests is a copy of the one
 * that ships, file by file, whose manifest requires the optional ones from the start and says so.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './children.mjs'

const SHIPPED = join(ROOT, '.output/chrome-mv3')
const FOR_TESTS = join(ROOT, '.output/chrome-mv3-e2e')

export function makeTestBuild() {
  rmSync(FOR_TESTS, { recursive: true, force: true })
  cpSync(SHIPPED, FOR_TESTS, { recursive: true })
  const path = join(FOR_TESTS, 'manifest.json')
  const { optional_host_permissions, optional_permissions, ...manifest } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  manifest.name = 'Sandi (test build: optional access granted)'
  manifest.host_permissions = optional_host_permissions
  manifest.permissions.push(...optional_permissions)
  writeFileSync(path, JSON.stringify(manifest))
}
