import { createApp } from 'vue'
import InPageMenu from '@/components/menu/InPageMenu.vue'
import '@/utils/ui/styles/base.css'
import './menu.css'

const [pairing = '', place] = location.hash.slice(1).split('/')
createApp(InPageMenu, { pairing, isAbove: place === 'above' }).mount('#app')
