import type { ActView, FieldMark, InstanceId, JsonObject } from '@zhinan/model';
import { nothing, type TemplateResult } from 'lit/html.js';
import type { Reactive } from '../reactive.ts';
import { tell } from './act-event.ts';
import type { AskDialog } from './ask-dialog.ts';
import type { FormAdapters } from './step-form.ts';
import type { ViewStrings } from './view-strings.ts';

/** A machine that is acted on, or that cannot be and why. */
export interface Subject {
  readonly instance: InstanceId;
  readonly title: string;
  readonly note?: string;
}

/** What the dialog asks about. */
export interface Question {
  readonly act: ActView;
  readonly subjects: readonly Subject[];
  readonly excluded?: readonly Subject[];
  readonly marks?: readonly FieldMark[];
  /** Answers that are handed in with it, where the form stands outside the dialog. */
  readonly data?: JsonObject;
}

export type ActHost = Reactive & { readonly words: ViewStrings } & FormAdapters;

/** The dialog of a view, loaded when something is asked for the first time. */
export class ActDialog {
  readonly #host: ActHost;
  /** Told once all is done, so that a selection can go. */
  readonly #onDone: () => void;
  #dialog: AskDialog | undefined;

  constructor(host: ActHost, onDone: () => void = () => {}) {
    this.#host = host;
    this.#onDone = onDone;
  }

  /** Puts the question, unless the page does; or hands over at once where one case needs neither reason nor form. */
  async ask(question: Question): Promise<void> {
    const { act, subjects } = question;
    if (!tell(this.#host, 'ask', { instances: subjects.map(({ instance }) => instance), act })) return;
    const { AskDialog: Asking } = await import('./ask-dialog.ts');
    this.#dialog ??= new Asking(this.#host, this.#onDone);
    this.#dialog.ask(question);
  }

  render(): TemplateResult | typeof nothing {
    return this.#dialog?.render() ?? nothing;
  }
}
