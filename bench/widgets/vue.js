import { createApp, h, ref } from 'vue'

const hold = (value) => {
  window.held = Array.isArray(value) ? value.join('') : String(value ?? '')
}

function model(Widget, props = {}, slots) {
  const value = ref(props.empty ?? '')
  return () =>
    h(
      Widget,
      {
        ...props,
        modelValue: value.value,
        'onUpdate:modelValue': (next) => {
          value.value = next
          hold(next)
        },
      },
      slots,
    )
}

const WIDGETS = {
  primevue: async (app) => {
    const { default: PrimeVue } = await import('primevue/config')
    const { default: InputOtp } = await import('primevue/inputotp')
    app.use(PrimeVue, { unstyled: true })
    return model(InputOtp, { length: 6, pt: { pcInputText: { root: { style: 'width:40px' } } } })
  },
  vuetify: async (app) => {
    const { createVuetify } = await import('vuetify')
    const { VOtpInput } = await import('vuetify/components/VOtpInput')
    await import('vuetify/styles')
    app.use(createVuetify())
    return model(VOtpInput, { length: 6 })
  },
  reka: async () => {
    const { PinInputRoot, PinInputInput } = await import('reka-ui')
    return model(PinInputRoot, { empty: [], otp: true }, () =>
      [0, 1, 2, 3, 4, 5].map((index) =>
        h(PinInputInput, { key: index, index, style: 'width:40px' }),
      ),
    )
  },
  'element-plus': async () => {
    const library = await import('element-plus')
    await import('element-plus/dist/index.css')
    if (!library.ElInputOtp) throw new Error('this version has no ElInputOtp')
    return model(library.ElInputOtp, { length: 6 })
  },
  'vue3-otp-input': async () => {
    const { default: OtpInput } = await import('vue3-otp-input')
    return () =>
      h(OtpInput, {
        numInputs: 6,
        inputClasses: 'box',
        inputType: 'number',
        'onUpdate:value': hold,
        onOnChange: hold,
      })
  },
  'naive-ui': async () => {
    const { NInputOtp } = await import('naive-ui')
    const value = ref([])
    return () =>
      h(NInputOtp, {
        length: 6,
        value: value.value,
        'onUpdate:value': (next) => {
          value.value = next
          hold(next)
        },
      })
  },
  'vue-model': async () => {
    const value = ref('')
    return () =>
      h('input', {
        name: 'kode',
        value: value.value,
        onInput: (event) => {
          value.value = event.target.value.trim()
          hold(value.value)
        },
      })
  },
}

let render
const app = createApp({ render: () => render() })
render = await WIDGETS[window.widget](app)
app.mount('#app')
