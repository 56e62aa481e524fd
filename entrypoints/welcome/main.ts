import { createApp } from 'vue'
import WelcomePage from '@/components/welcome/WelcomePage.vue'
import { loadLanguages, startLanguage } from '@/utils/ui/i18n/i18n'
import '@/utils/ui/styles/base.css'

await loadLanguages()
await startLanguage()
createApp(WelcomePage, { isFirefox: import.meta.env.FIREFOX }).mount('#app')
