import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { startLanguage } from '@/utils/ui/i18n/i18n'
import '@/utils/ui/styles/base.css'
import { useApp } from '@/utils/ui/stores/useApp'
import { isStanding } from '@/utils/ui/standing'
import PopupApp from './PopupApp.vue'
import './popup.css'

void startLanguage()
document.documentElement.classList.toggle('fluid', isStanding())
const pinia = createPinia()
// Asked before anything is drawn, so that the first paint is already the right one.
void useApp(pinia).load()
createApp(PopupApp).use(pinia).mount('#app')
