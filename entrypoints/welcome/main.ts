import { createApp } from 'vue'
import WelcomePage from '@/components/welcome/WelcomePage.vue'
import { startLanguage } from '@/utils/ui/i18n/i18n'
import '@/utils/ui/styles/base.css'

await startLanguage()
createApp(WelcomePage, { isFirefox: import.meta.env.FIREFOX }).mount('#app')
