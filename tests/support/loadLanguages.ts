import { loadLanguages } from '@/utils/ui/i18n/i18n'

// A page loads its language before it shows anything; the tests begin there.
await loadLanguages()
