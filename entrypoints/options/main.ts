import { createPinia } from 'pinia'
import { createApp } from 'vue'
import OptionsPage from '@/components/settings/OptionsPage.vue'
import { readVersion } from '@/utils/platform/runtime'
import '@/utils/ui/styles/base.css'

createApp(OptionsPage, { version: readVersion() }).use(createPinia()).mount('#app')
