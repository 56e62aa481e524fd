import { mount } from 'svelte'

const WIDGETS = {
  'bits-ui': () => import('./BitsPinInput.svelte'),
  'svelte-bound': () => import('./BoundInput.svelte'),
}

const { default: Widget } = await WIDGETS[window.widget]()
mount(Widget, { target: document.getElementById('app') })
