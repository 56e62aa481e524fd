// The one place where the background and the extension's pages get the WebExtensions API.
export { default as browser } from 'webextension-polyfill'
