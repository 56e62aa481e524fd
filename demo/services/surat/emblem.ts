import { trustMarkup } from '../../html.ts'

export const LANTERN =
  trustMarkup(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
<path d="M12 5a4 4 0 0 1 8 0" fill="none" stroke="#b8571a" stroke-width="2"/>
<rect x="9" y="6" width="14" height="3" rx="1.500" fill="#b8571a"/>
<path d="M8 10h16l2 14H6z" fill="#f6a33c"/>
<path d="m7 13.500 9 6 9-6" fill="none" stroke="#fff6e6" stroke-width="2" stroke-linejoin="round"/>
<rect x="7" y="25" width="18" height="3" rx="1.500" fill="#b8571a"/>
</svg>`)
