import { createPinia } from 'pinia'
import { createApp } from 'vue'
import OptionsPage from '@/components/settings/OptionsPage.vue'
import { readPermissions, readVersion } from '@/utils/platform/runtime'
import '@/utils/ui/styles/base.css'

createApp(OptionsPage, { version: readVersion(), permissions: readPermissions() })
  .use(createPinia())
  .mount('#app')
