// Which widget stands in which script; the page of each says what its own state holds.
export const PAGES = {
  react: [
    'input-otp',
    'react-otp-input',
    'react-verification-input',
    'antd',
    'mui-otp',
    'mantine',
    'ark',
    'radix',
    'primereact',
    'arco',
    'react-auth-code-input',
    'semi',
    'react-controlled',
  ],
  vue: ['primevue', 'vuetify', 'reka', 'element-plus', 'vue3-otp-input', 'naive-ui', 'vue-model'],
  angular: ['primeng', 'angular-form'],
  solid: ['solid-controlled', 'corvu'],
  svelte: ['bits-ui', 'svelte-bound'],
  plain: ['lit', 'lit-like', 'key-driven', 'masked'],
}
