import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { toSignal } from '@angular/core/rxjs-interop';
import type { FormElement, FormEventMap } from '@zhinan/elements';
import { account, apply, lookup, uploader, type Reply } from '../portal/client.ts';
import { ApplicationValue } from './application-value.directive.ts';

/** The element as a control of a reactive form; Angular is told by the schema that the tag is not its own. */
@Component({
  selector: '#app',
  imports: [ReactiveFormsModule, ApplicationValue],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p id="outcome" role="status">
      已填 <span id="answered">{{ answered() }}</span> 项，<span id="valid">{{
        status() === 'VALID' ? '可以提交' : '尚未填完'
      }}</span>
      @if (receipt(); as number) {
        。受理编号：<strong id="receipt">{{ number }}</strong>
      }
      {{ refusal() }}
    </p>
    <zn-xinjiang-craftsman-application
      lang="zh-CN"
      [formControl]="answers"
      [provenance]="account.provenance"
      [uploader]="uploader"
      [lookup]="lookup"
      (submit)="send($event)"
    >
      <p>表单正在载入。</p>
    </zn-xinjiang-craftsman-application>
  `,
})
export class Portal {
  protected readonly account = account;
  protected readonly uploader = uploader;
  protected readonly lookup = lookup;
  protected readonly answers = new FormControl<FormElement['value']>(account.value, { nonNullable: true });
  protected readonly status = toSignal(this.answers.statusChanges, { initialValue: this.answers.status });
  readonly #value = toSignal(this.answers.valueChanges, { initialValue: this.answers.value });
  readonly #reply = signal<Reply | undefined>(undefined);

  protected answered(): number {
    return Object.keys(this.#value()).length;
  }

  protected receipt(): string {
    const reply = this.#reply();
    return reply && 'receipt' in reply ? reply.receipt : '';
  }

  protected refusal(): string {
    const reply = this.#reply();
    return reply && 'errors' in reply ? `${reply.title}：${reply.errors[0]?.detail ?? ''}` : '';
  }

  protected async send(event: Event): Promise<void> {
    this.#reply.set(await apply((event as FormEventMap['submit']).detail.value));
  }
}
