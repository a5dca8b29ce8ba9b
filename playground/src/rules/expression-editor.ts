import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { nextDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { html, type TemplateResult } from 'lit';
import { language, t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import { assistance } from './assistance.ts';
import type { Finding, Fix } from './check.ts';
import { feel, setVocabulary } from './feel-language.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A change that came from the page, not from the person typing. */
const fromOutside = Annotation.define<true>();

const PHRASES: Readonly<Record<string, string>> = {
  Completions: '可填内容',
  Diagnostics: '问题',
  'current match': '当前',
  'Control character': '控制字符',
};

/** One expression of the rule language. Fires `edit` (text), `undo` and `redo`; the page keeps the history. */
export class ExpressionEditor extends LightElement {
  static override readonly properties = {
    value: { attribute: false },
    label: { attribute: false },
    describedBy: { attribute: false },
    findings: { attribute: false },
    vocabulary: { attribute: false },
  };

  declare value: string;
  declare label: string;
  declare describedBy: string;
  declare findings: readonly Finding[];
  declare vocabulary: Vocabulary;
  #view: EditorView | undefined;

  override render(): TemplateResult {
    return html`<div class="expression"></div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.destroy();
    this.#view = undefined;
  }

  override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const view = (this.#view ??= this.#open());
    const text = view.state.doc.toString();
    if (text !== this.value)
      view.dispatch({
        changes: { from: 0, to: text.length, insert: this.value },
        annotations: fromOutside.of(true),
      });
    if (changed.has('vocabulary')) view.dispatch({ effects: setVocabulary.of(this.vocabulary) });
    if (changed.has('findings')) {
      view.dispatch(
        setDiagnostics(
          view.state,
          this.findings.map((finding) => this.#diagnostic(finding)),
        ),
      );
      view.contentDOM.setAttribute('aria-invalid', String(this.findings.length > 0));
    }
    view.contentDOM.setAttribute('aria-label', this.label);
    view.contentDOM.setAttribute('aria-describedby', this.describedBy);
  }

  #open(): EditorView {
    const parent = this.querySelector('.expression') ?? this;
    return new EditorView({
      parent,
      state: EditorState.create({ doc: this.value, extensions: this.#extensions() }),
    });
  }

  #extensions(): Extension {
    return [
      feel(),
      assistance(),
      bracketMatching(),
      closeBrackets(),
      EditorView.lineWrapping,
      EditorState.phrases.of(language() === 'en' ? {} : PHRASES),
      // An expression is one line of the file.
      EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\s*\n\s*/gu, ' ')),
      keymap.of([
        { key: 'Mod-z', run: () => this.#ask('undo') },
        { key: 'Mod-y', mac: 'Mod-Shift-z', run: () => this.#ask('redo') },
        { key: 'Mod-Shift-z', run: () => this.#ask('redo') },
        { key: 'Mod-.', run: () => this.#fixAtCursor() },
        { key: 'F8', run: nextDiagnostic },
        ...completionKeymap,
        ...closeBracketsKeymap,
        { key: 'Enter', run: () => true, shift: () => true },
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of(({ docChanged, state, transactions }) => {
        const own = transactions.some((one) => one.docChanged && one.annotation(fromOutside) === undefined);
        if (docChanged && own) this.#edited(state.doc.toString());
      }),
    ];
  }

  #edited(text: string): void {
    this.value = text;
    this.dispatchEvent(new CustomEvent('edit', { detail: text }));
  }

  #ask(event: 'undo' | 'redo'): boolean {
    this.dispatchEvent(new CustomEvent(event));
    return true;
  }

  #diagnostic({ severity, message, hint, span, fix }: Finding): Diagnostic {
    const length = this.#view?.state.doc.length ?? 0;
    const from = Math.min(span?.from ?? 0, length);
    const to = Math.min(span?.to ?? length, length);
    return {
      from,
      to,
      severity,
      message: hint === '' ? message : `${message}${hint}`,
      actions: fix ? [{ name: t('useFix', { text: fix.text }), apply: () => this.applyFix(fix) }] : [],
    };
  }

  #fixAtCursor(): boolean {
    const head = this.#view?.state.selection.main.head ?? 0;
    const fixable = this.findings.filter(({ fix }) => fix !== undefined);
    const here = fixable.find(({ span }) => span && span.from <= head && head <= span.to) ?? fixable[0];
    if (here?.fix) this.applyFix(here.fix);
    return true;
  }

  /** Writes the remedy into the text and leaves the cursor behind it. */
  applyFix({ from, to, text }: Fix): void {
    this.#view?.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input',
    });
    this.#view?.focus();
  }

  /** Puts the cursor at a character. */
  focusAt(position: number): void {
    const view = this.#view;
    if (!view) return;
    view.dispatch({ selection: { anchor: Math.min(position, view.state.doc.length) } });
    this.scrollIntoView({ block: 'center' });
    view.focus();
  }
}

customElements.define('pg-expression-editor', ExpressionEditor);
