import { createApp } from 'vue'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import InPageMenu from '../components/menu/InPageMenu.vue'
import '../utils/ui/styles/base.css'
import '../utils/ui/styles/menu.css'

// The whole of public/menu.html. Built by itself, so that a frame in a web page loads no more than the
// menu needs, and not what it shares with the popup.
export default defineUnlistedScript(() => {
  const [pairing = '', place] = location.hash.slice(1).split('/')
  createApp(InPageMenu, { pairing, isAbove: place === 'above' }).mount('#app')
})
