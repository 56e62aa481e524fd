import { createSignal } from 'solid-js'
import h from 'solid-js/h'
import { render } from 'solid-js/web'

const hold = (value) => {
  window.held = value
  return value
}

const WIDGETS = {
  'solid-controlled': async () => {
    const [value, setValue] = createSignal('')
    return () =>
      h('input', {
        name: 'otp',
        value,
        onInput: (event) => {
          hold(setValue(event.target.value.replace(/\D/gu, '').slice(0, 6)))
        },
      })
  },
  corvu: async () => {
    const { default: OtpField } = await import('@corvu/otp-field')
    return () =>
      h(
        OtpField,
        { maxLength: 6, onValueChange: hold, style: 'display:flex;width:260px;height:44px' },
        () => h(OtpField.Input, { 'aria-label': 'Verification code' }),
      )
  },
}

render(await WIDGETS[window.widget](), document.getElementById('app'))
