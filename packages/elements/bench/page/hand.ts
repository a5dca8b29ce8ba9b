import type { HandForm } from '../hand/hand-form.ts';
import { offer } from './page-engine.ts';

export function byHand(tag: string, className = ''): void {
  offer({
    field: '.field',
    mount(host, answers) {
      const form = document.createElement(tag) as HandForm;
      form.className = className;
      form.answers = structuredClone(answers) as HandForm['answers'];
      host.append(form);
    },
    root: (host) => host.querySelector(tag)?.shadowRoot ?? host,
    submit: (host) => host.querySelector<HandForm>(tag)?.submit(),
  });
}
