import { computed, shallowRef } from 'vue'
import type { findBrand } from '../brands/findBrand'
import { afterPaint } from '../afterPaint'
import { showsIcons } from '../applySettings'

type FindBrand = typeof findBrand

const find = shallowRef<FindBrand>()
let loading: Promise<void> | undefined

/** The icon of a service. The table comes behind the first paint: letters stand in its place till then. */
export function useBrand(issuer: () => string) {
  if (!find.value) {
    afterPaint(() => {
      loading ??= load()
    })
  }
  return computed(() => (showsIcons.value ? find.value?.(issuer()) : undefined))
}

async function load(): Promise<void> {
  const brands = await import('../brands/findBrand')
  find.value = brands.findBrand
}
