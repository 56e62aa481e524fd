import { trustMarkup } from '../../html.ts'

/** A sampan under sail. */
export const SAMPAN =
  trustMarkup(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
<rect width="32" height="32" rx="9" fill="#0b6b5b"/>
<path d="M17 5v15H8z" fill="#bff0df"/>
<path d="M19 9v11h6z" fill="#6fd3b5"/>
<path d="M5 22h22l-4 5H9z" fill="#fff"/>
</svg>`)
