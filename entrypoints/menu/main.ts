import { createApp } from 'vue'
import InPageMenu from '@/components/menu/InPageMenu.vue'
import '@/utils/ui/styles/base.css'
import './menu.css'

createApp(InPageMenu).mount('#app')
