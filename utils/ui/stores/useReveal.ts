import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

const REVEAL_MS = 10_000

/** The one account whose code is shown although codes are hidden, for as long as it takes to read it. */
export const useReveal = defineStore('reveal', () => {
  const accountId = shallowRef<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function reveal(id: string): void {
    clearTimeout(timer)
    accountId.value = id
    timer = setTimeout(() => {
      accountId.value = undefined
    }, REVEAL_MS)
  }

  return { accountId: computed(() => accountId.value), reveal }
})
