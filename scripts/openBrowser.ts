import { join } from 'node:path'
import { startDemo } from '../demo/server.ts'
import { launch, type BrowserKind } from '../tests/support/browserDriver.ts'

// A browser with a window: the extension as it ships, the demo site, and the person does the rest.
const kind: BrowserKind = process.argv[2] === 'firefox' ? 'firefox' : 'chrome'
const demo = await startDemo()
const driver = await launch(kind, {
  extensionDir: join(import.meta.dirname, `../.output/${kind}-mv3`),
  headless: false,
})
await driver.newPage(demo.url())
await driver.openExtensionPage('welcome.html')
console.log(`Demo site: ${demo.url()}`)
console.log('Create a vault in the open tab, then follow the demo site. Close the browser to end.')

driver.browser.once('disconnected', () => {
  void demo.close().then(() => driver.close())
})
