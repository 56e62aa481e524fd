import { nextTick, type Ref } from 'vue'

/** After a refusal the first field with an error takes the focus, so that its error is read out. */
export function useFocusInvalid(form: Readonly<Ref<HTMLElement | null>>) {
  return async (): Promise<void> => {
    await nextTick()
    form.value?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }
}
