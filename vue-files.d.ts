/**
 * What ESLint's TypeScript service makes of a component that another file imports. vue-tsc, Vite
 * and editors resolve the real file and never look here.
 */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
