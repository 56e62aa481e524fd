import { trustMarkup } from '../../html.ts'

/** An invented regional emblem: a shield with a mountain, a river and a star. */
export const EMBLEM =
  trustMarkup(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56" width="48" height="56" aria-hidden="true">
<path d="M24 1 46 7v24c0 12-9 20-22 24C11 51 2 43 2 31V7z" fill="#d9a520"/>
<path d="M24 5 42 10v21c0 10-7 16.500-18 20.500C13 47.500 6 41 6 31V10z" fill="#0d3b66"/>
<path d="m24 9 1.800 3.700 4 .5-2.900 2.900.7 4L24 18.200l-3.600 1.900.7-4-2.900-2.900 4-.5z" fill="#f4d35e"/>
<path d="m8 36 10-13 5 6 4-5 13 12z" fill="#2e8b57"/>
<path d="M7.500 37q4-3 8 0t8 0 8 0 8.500 0M10 41.500q3.500-3 7 0t7 0 7 0 7 0" fill="none" stroke="#fff" stroke-width="2"/>
</svg>`)
