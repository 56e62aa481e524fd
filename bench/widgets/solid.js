import { createSignal } from 'solid-js'
import h from 'solid-js/h'
import { render } from 'solid-js/web'

const [value, setValue] = createSignal('')
render(
  () =>
    h('input', {
      name: 'otp',
      value,
      onInput: (event) => {
        window.held = setValue(event.target.value.replace(/\D/gu, '').slice(0, 6))
      },
    }),
  document.getElementById('app'),
)
