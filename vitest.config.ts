import vue from '@vitejs/plugin-vue'
import Icons from 'unplugin-icons/vite'
import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { findBrowsers } from './scripts/browsers.mjs'

const browsers = findBrowsers()
export default defineConfig({
  test: {
    projects: [
      {
        // What these files share they reset before each test, so they run in one process.
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['unit', 'journeys', 'demo', 'project'].map((it) => `tests/${it}/**/*.test.ts`),
          environment: 'node',
          isolate: false,
          // Key derivation and linting take their time on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        plugins: [WxtVitest(), vue(), Icons({ compiler: 'vue3' })],
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/support/loadLanguages.ts'],
          testTimeout: 30_000,
        },
      },
      {
        // Thousands of runs each: a step of their own.
        plugins: [WxtVitest()],
        test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], environment: 'node' },
      },
      {
        // What was built: these read the output folders, so the builds come first.
        test: { name: 'package', include: ['tests/package/**/*.test.ts'], environment: 'node' },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          isolate: false,
          environment: 'node',
          // WXT's plugin sets FIREFOX to 'false' in every process, where it names an executable.
          env: { CHROMIUM: browsers.chrome ?? '', FIREFOX: browsers.firefox ?? '' },
          globalSetup: 'tests/support/networkWatch.ts',
          // Browsers wait as much as they work: two at a time keep two cores busy.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
