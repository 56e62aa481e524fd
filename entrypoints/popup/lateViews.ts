// Every view of the popup but the first one. They come as one file behind the first paint, and are there
// before a hand gets to their button.
export { default as AddView } from '@/components/add/AddView.vue'
export { default as ReviewView } from '@/components/add/ReviewView.vue'
export { default as TypedView } from '@/components/add/TypedView.vue'
export { default as AssistView } from '@/components/assist/AssistView.vue'
export { default as CodesView } from '@/components/edit/CodesView.vue'
export { default as EditView } from '@/components/edit/EditView.vue'
export { default as ShareView } from '@/components/edit/ShareView.vue'
export { default as TrashView } from '@/components/storage/TrashView.vue'
export { default as DamagedView } from '@/components/vault/DamagedView.vue'
export { default as NoVaultView } from '@/components/vault/NoVaultView.vue'
