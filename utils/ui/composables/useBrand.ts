import { computed, shallowRef } from 'vue'
import type { findBrand } from '../brands/findBrand'
import { afterPaint } from '../afterPaint'
import { useApp } from '../stores/useApp'

type FindBrand = typeof findBrand

const find = shallowRef<FindBrand>()
let loading: Promise<void> | undefined

/** The icon of a service. The table comes behind the first paint: letters stand in its place till then. */
export function useBrand(issuer: () => string) {
  const app = useApp()
  if (!find.value) {
    afterPaint(() => {
      loading ??= load()
    })
  }
  return computed(() => (app.settings?.showsIcons === false ? undefined : find.value?.(issuer())))
}

async function load(): Promise<void> {
  const brands = await import('../brands/findBrand')
  find.value = brands.findBrand
}
