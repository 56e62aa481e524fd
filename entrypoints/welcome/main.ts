import { createApp } from 'vue'
import WelcomePage from '@/components/welcome/WelcomePage.vue'
import '@/utils/ui/styles/base.css'

createApp(WelcomePage, { isFirefox: import.meta.env.FIREFOX }).mount('#app')
