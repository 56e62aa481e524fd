import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

const hold = (value) => {
  window.held = Array.isArray(value) ? value.join('') : String(value ?? '')
}

/** A widget that gets its value back from what it said. */
function controlled(Widget, props = {}, read = (value) => value, empty = '') {
  return function Controlled() {
    const [value, setValue] = useState(empty)
    const onChange = (next) => {
      setValue(read(next))
      hold(read(next))
    }
    return h(Widget, { ...props, value, onChange })
  }
}

const WIDGETS = {
  'input-otp': async () => {
    const { OTPInput } = await import('input-otp')
    const render = ({ slots }) =>
      h(
        'div',
        { style: { display: 'flex' } },
        slots.map((slot, i) => h('b', { key: i, style: { width: 40 } }, slot.char ?? '-')),
      )
    return controlled(OTPInput, { maxLength: 6, render })
  },
  'react-otp-input': async () => {
    const { default: OtpInput } = await import('react-otp-input')
    return controlled(OtpInput, {
      numInputs: 6,
      renderInput: (props) => h('input', props),
      inputStyle: { width: 40 },
    })
  },
  'react-verification-input': async () => {
    const { default: module } = await import('react-verification-input')
    return controlled(module.default ?? module, { length: 6 })
  },
  antd: async () => {
    const { Input } = await import('antd')
    return () => h(Input.OTP, { length: 6, onInput: hold })
  },
  'mui-otp': async () => {
    const { MuiOtpInput } = await import('mui-one-time-password-input')
    return controlled(MuiOtpInput, { length: 6, style: { width: 420 } })
  },
  mantine: async () => {
    const { MantineProvider, PinInput } = await import('@mantine/core')
    await import('@mantine/core/styles.css')
    return () => h(MantineProvider, null, h(PinInput, { length: 6, onChange: hold }))
  },
  ark: async () => {
    const { PinInput } = await import('@ark-ui/react')
    return () =>
      h(
        PinInput.Root,
        { count: 6, onValueChange: ({ value }) => hold(value) },
        h(
          PinInput.Control,
          null,
          [0, 1, 2, 3, 4, 5].map((index) =>
            h(PinInput.Input, { key: index, index, style: { width: 40 } }),
          ),
        ),
        h(PinInput.HiddenInput),
      )
  },
  radix: async () => {
    const { Root, Input, HiddenInput } = await import('@radix-ui/react-one-time-password-field')
    return () =>
      h(
        Root,
        { onValueChange: hold },
        [0, 1, 2, 3, 4, 5].map((index) => h(Input, { key: index, style: { width: 40 } })),
        h(HiddenInput),
      )
  },
  primereact: async () => {
    const { InputOtp } = await import('primereact/inputotp')
    return controlled(
      InputOtp,
      { length: 6, style: { display: 'flex' }, pt: { input: { root: { style: { width: 40 } } } } },
      (event) => event.value ?? event,
    )
  },
  arco: async () => {
    const { VerificationCode } = await import('@arco-design/web-react')
    await import('@arco-design/web-react/dist/css/arco.css')
    return () =>
      h('div', { style: { width: 360 } }, h(VerificationCode, { length: 6, onChange: hold }))
  },
  'react-auth-code-input': async () => {
    const { default: module } = await import('react-auth-code-input')
    const props = { allowedCharacters: 'numeric', onChange: hold, inputClassName: 'box' }
    return () => h(module.default ?? module, props)
  },
  semi: async () => {
    const { PinCode } = await import('@douyinfe/semi-ui')
    return () => h('div', { style: { width: 360 } }, h(PinCode, { count: 6, onChange: hold }))
  },
  'react-controlled': async () =>
    controlled((props) =>
      h('input', {
        ...props,
        name: 'code',
        onChange: (event) => props.onChange(event.target.value.replace(/\D/gu, '')),
      }),
    ),
}

const Widget = await WIDGETS[window.widget]()
createRoot(document.getElementById('app')).render(h(Widget))
