import { createPinia } from 'pinia'
import { createApp } from 'vue'
import OptionsPage from '@/components/settings/OptionsPage.vue'
import { readPermissions, readVersion } from '@/utils/platform/runtime'
import { loadLanguages, startLanguage } from '@/utils/ui/i18n/i18n'
import '@/utils/ui/styles/base.css'

await loadLanguages()
await startLanguage()
createApp(OptionsPage, { version: readVersion(), permissions: readPermissions() })
  .use(createPinia())
  .mount('#app')
