// What is written without a library, in the ways that forms in the wild are written.
const WIDGETS = {
  lit: async () => {
    const { LitElement, html } = await import('lit')
    const { live } = await import('lit/directives/live.js')
    customElements.define(
      'code-field',
      class extends LitElement {
        static properties = { code: {} }
        code = ''
        render() {
          const onInput = ({ target }) => {
            window.held = this.code = target.value.replace(/\D/gu, '').slice(0, 6)
          }
          return html`<label
            >Authentication code <input .value=${live(this.code)} @input=${onInput}
          /></label>`
        }
      },
    )
    document.getElementById('app').append(document.createElement('code-field'))
  },
  'lit-like': () => {
    customElements.define(
      'code-field',
      class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: 'closed' })
          const input = document.createElement('input')
          input.setAttribute('aria-label', 'Authentication code')
          input.addEventListener('input', () => {
            window.held = input.value
          })
          root.append(input)
        }
      },
    )
    document.getElementById('app').append(document.createElement('code-field'))
  },
  // Takes the key for itself and moves on, as jQuery plugins do.
  'key-driven': () => {
    const boxes = Array.from({ length: 6 }, () =>
      Object.assign(document.createElement('input'), {
        maxLength: 1,
        style: 'width:40px',
        className: 'otp',
      }),
    )
    boxes.forEach((box, index) => {
      box.addEventListener('keydown', (event) => {
        if (event.keyCode < 48 || event.keyCode > 57) return
        event.preventDefault()
        box.value = String.fromCharCode(event.keyCode)
        boxes[index + 1]?.focus()
        window.held = boxes.map(({ value }) => value).join('')
      })
    })
    document.getElementById('app').append(...boxes)
  },
  masked: () => {
    const input = Object.assign(document.createElement('input'), {
      name: 'otp',
      placeholder: '000 000',
      maxLength: 7,
    })
    input.addEventListener('input', () => {
      const digits = input.value.replace(/\D/gu, '').slice(0, 6)
      input.value = digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits
      window.held = digits
    })
    document.getElementById('app').append(input)
  },
}
WIDGETS[window.widget]()
