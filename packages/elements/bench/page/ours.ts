import type { FormElement } from '@zhinan/elements';
import { offer } from './page-engine.ts';

/** The generated element, given its answers as a draft would give them. `beside` follows it, e.g. the rules. */
export function ours(tag: string, beside?: string): void {
  offer({
    field: '.field',
    others: '.row-list',
    mount(host, answers) {
      const form = document.createElement(tag) as FormElement;
      form.value = answers;
      host.append(form);
      if (beside === undefined) return;
      const view = document.createElement(beside);
      Object.assign(view, { form });
      host.append(view);
    },
    root: (host) => host.querySelector(tag)?.shadowRoot ?? host,
    submit: (host) => host.querySelector<FormElement>(tag)?.submit(),
  });
}
