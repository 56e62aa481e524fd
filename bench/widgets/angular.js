import 'zone.js'
import * as compiler from '@angular/compiler'

// Named, or the bundler drops it as unused; the libraries are compiled by it when they are loaded.
globalThis.ngCompiler = compiler
const { Component } = await import('@angular/core')
const { FormControl, FormsModule, ReactiveFormsModule } = await import('@angular/forms')
const { bootstrapApplication } = await import('@angular/platform-browser')

const hold = (value) => {
  window.held = String(value ?? '')
}

const WIDGETS = {
  primeng: async () => {
    const { InputOtp } = await import('primeng/inputotp')
    return Component({
      selector: 'app-root',
      imports: [InputOtp, FormsModule],
      template: '<p-inputotp [length]="6" [(ngModel)]="value" (ngModelChange)="hold($event)" />',
    })(
      class {
        value = ''
        hold = hold
      },
    )
  },
  'angular-form': async () =>
    Component({
      selector: 'app-root',
      imports: [ReactiveFormsModule],
      template: '<input name="otp" [formControl]="control" />',
    })(
      class {
        control = new FormControl('')
        constructor() {
          this.control.valueChanges.subscribe(hold)
        }
      },
    ),
}

document.getElementById('app').append(document.createElement('app-root'))
await bootstrapApplication(await WIDGETS[window.widget]())
