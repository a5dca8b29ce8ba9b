import { Directive, ElementRef, forwardRef, inject } from '@angular/core';
import {
  NG_VALIDATORS,
  NG_VALUE_ACCESSOR,
  type ControlValueAccessor,
  type ValidationErrors,
  type Validator,
} from '@angular/forms';
import type { FormElement } from '@zhinan/elements';

/** Makes the generated element a control of Angular's forms: its answers are the value, its first message the error. */
@Directive({
  selector: 'zn-xinjiang-craftsman-application[formControl]',
  host: { '(change)': 'follow()', '(focusout)': 'left()', '(validity)': 'revalidate()' },
  providers: [
    { provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => ApplicationValue), multi: true },
    { provide: NG_VALIDATORS, useExisting: forwardRef(() => ApplicationValue), multi: true },
  ],
})
export class ApplicationValue implements ControlValueAccessor, Validator {
  readonly #element: FormElement = inject<ElementRef<FormElement>>(ElementRef).nativeElement;
  #changed: (value: unknown) => void = () => undefined;
  #touched: () => void = () => undefined;
  #validated: () => void = () => undefined;

  writeValue(value: FormElement['value'] | null): void {
    this.#element.value = value ?? {};
  }

  registerOnChange(changed: (value: unknown) => void): void {
    this.#changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.#touched = touched;
  }

  registerOnValidatorChange(validated: () => void): void {
    this.#validated = validated;
  }

  setDisabledState(disabled: boolean): void {
    this.#element.disabled = disabled;
  }

  validate(): ValidationErrors | null {
    return this.#element.checkValidity() ? null : { application: this.#element.validationMessage };
  }

  protected follow(): void {
    this.#changed(this.#element.value);
  }

  protected left(): void {
    this.#touched();
  }

  protected revalidate(): void {
    this.#validated();
  }
}
