import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Pages with one code field, on any name under localhost; what they do is told to them later. */
export async function startGallery() {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const frame = searchParams.get('frame')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (pathname === '/strict') response.setHeader('content-security-policy', STRICT)
    if (pathname === '/isolated') {
      response.setHeader('cross-origin-embedder-policy', 'require-corp')
    }
    response.end(page(BODIES[pathname]?.(frame ?? '') ?? FORM))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    siteOf: (name: string) => `http://${name}.localhost:${String(port)}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const FORM = `
<form><label for="code">Authentication code</label>
<p><input id="code" name="otp" autocomplete="one-time-code" inputmode="numeric" maxlength="6"></p>
<p><button type="button" id="decoy">Continue</button></p></form>`

/** By their paths; every other one has the plain form. */
const BODIES: Record<string, (frame: string) => string> = {
  '/dialog': () =>
    `<dialog>${FORM}</dialog><script>document.querySelector('dialog').showModal()</script>`,
  '/nested': () => '<div><iframe src="/" width=900 height=600></iframe></div>',
  '/framing': (frame) => `<iframe src="${frame}" width=700 height=500></iframe>`,
}
/** No style of anybody's, in a sheet or inline. */
const STRICT = "default-src 'self'; style-src 'none'; script-src 'unsafe-inline'"

/** Notes everything that a page can see: changes, events, messages, loads, errors, clipboard. */
function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in</title>
<style>body{font:16px sans-serif;margin:40px;height:1800px}input{font-size:20px;width:320px;height:40px}</style>
<script>
  window.record = [];
  const note = (kind, value) => window.record.push(kind + ' ' + value);
  addEventListener('message', (event) => note('message', JSON.stringify(event.data)), true);
  addEventListener('error', (event) => note('error', event.message), true);
  for (const type of ['input', 'change', 'beforeinput', 'keydown', 'paste', 'copy'])
    addEventListener(type, (event) => note(type, (event.target.value || '') + (event.data || '')), true);
  new MutationObserver((changes) => {
    for (const { addedNodes, target, attributeName } of changes) {
      if (attributeName) note('attribute', attributeName + '=' + target.getAttribute(attributeName));
      for (const node of addedNodes) note('added', node.outerHTML || node.textContent);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  const find = Document.prototype.querySelectorAll;
  const read = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').get;
  const fields = new Set();
  window.codes = () => {
    for (const field of find.call(document, '#code')) fields.add(field);
    return [...fields].map((field) => read.call(field)).join('');
  };
  addEventListener('DOMContentLoaded', () => void window.codes());
  window.everything = () => [
    ...window.record, find.call(document, 'html')[0].outerHTML, 'frames ' + window.length,
    ...performance.getEntries().map((entry) => entry.entryType + ' ' + entry.name),
    ...Object.keys(window).map((name) => 'global ' + name),
    '',
  ].join('\\n');
</script></head><body>${body}</body></html>`
}
