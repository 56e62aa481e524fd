import { readonly, shallowRef, watch, type Ref } from 'vue'

/** True once `isOn` has held for a while: what is over sooner shows no sign of work. */
export function useDelayed(isOn: () => boolean, delayMs: number): Readonly<Ref<boolean>> {
  const isShown = shallowRef(false)
  watch(
    isOn,
    (on, _before, onCleanup) => {
      isShown.value = false
      if (!on) return
      const timer = setTimeout(() => {
        isShown.value = true
      }, delayMs)
      onCleanup(() => {
        clearTimeout(timer)
      })
    },
    { immediate: true },
  )
  return readonly(isShown)
}
