import { css, type Sheet, sheet } from '../styles/sheet.ts';
import { nearestLang } from '../strings/language.ts';
import type { Strings } from '../strings/zh-cn.ts';
import type { FormSection } from './fields.ts';
import { type FormTexts, textsOf } from './form-class.ts';
import type { Changed } from '../reactive.ts';
import type { FormElement } from './form-element.ts';

/** What the elements themselves say in a language, and how it is written. */
export interface Words {
  readonly strings: Strings;
  readonly direction: 'horizontal' | 'right-to-left' | 'vertical';
  /** Said at the head of a form whose translation nobody has reviewed. */
  readonly unreviewed: string;
}

/** A form in another language, as its generated module exports it. */
export interface FormTranslation {
  readonly title: string;
  readonly reviewed: boolean;
  readonly words: Words;
  /** What the registers are called, in the order of the form. */
  readonly lookups?: readonly string[];
  readonly sections: readonly FormSection[];
}

type Loaders = Readonly<Record<string, () => Promise<{ readonly translation: FormTranslation }>>>;
// oxlint-disable-next-line typescript/no-explicit-any -- TypeScript asks for exactly this of a class to extend
type FormConstructor = abstract new (...args: any[]) => FormElement;

/** Sections are numbered in figures: the Chinese numerals are of the Chinese form. */
const common = sheet(
  () => css`
    .section-title::before {
      content: counter(section) '. ';
      content: counter(section) '. ' / '';
    }
    .unreviewed {
      display: block;
      margin-block-start: 4px;
      color: var(--muted);
      font-size: var(--small);
      font-weight: 400;
    }
  `,
);

/** Each line takes the direction of its own first word, and stands at the right; figures, codes and addresses run left to right. */
const rightToLeft = sheet(
  () => css`
    .page {
      direction: rtl;
      text-align: right;
    }
    :is(p, label, legend, h2, h3, input, textarea, option, output, .file-name) {
      unicode-bidi: plaintext;
    }
    :is(input:is([inputmode], [type='email'], [type='date'], [spellcheck='false']), .file-size) {
      direction: ltr;
      text-align: end;
    }
  `,
);

/** Lines stand upright and follow each other to the right: the form grows sideways and scrolls in that direction. */
const vertical = sheet(
  () => css`
    :host {
      overflow-x: auto;
    }
    .page {
      writing-mode: vertical-lr;
      text-orientation: mixed;
      inline-size: var(--zn-line-length, min(640px, 80vh));
      min-block-size: 100%;
      padding: var(--pad);
    }
    .fields {
      grid-template-columns: minmax(0, 1fr);
    }
    .page > .actions.actions {
      position: static;
    }
  `,
);

const sheets: Readonly<Record<Words['direction'], readonly Sheet[]>> = {
  horizontal: [common],
  'right-to-left': [common, rightToLeft],
  vertical: [common, vertical],
};

/**
 * A generated form that speaks further languages: follows the nearest `lang`, loads what is written in it before the
 * first drawing, and brings the direction of its script along.
 */
export function translated<Base extends FormConstructor>(base: Base, loaders: Loaders): Base {
  abstract class TranslatedElement extends base {
    #translation: FormTranslation | undefined;
    #loading: Promise<void> | undefined;

    override speak(): void {
      super.speak();
      const lang = nearestLang(this).toLowerCase();
      const known = Object.keys(loaders).find((name) => `${lang}-`.startsWith(`${name.toLowerCase()}-`));
      this.#take(undefined);
      this.#loading = known === undefined ? undefined : this.#load(known, lang);
    }

    async #load(language: string, lang: string): Promise<void> {
      const loaded = await loaders[language]?.();
      // The page may have gone on to another language meanwhile.
      if (!loaded || nearestLang(this).toLowerCase() !== lang) return;
      this.strings = loaded.translation.words.strings;
      this.#take(loaded.translation);
    }

    #take(translation: FormTranslation | undefined): void {
      this.#translation = translation;
      this.texts = translation ? inWordsOf(translation, textsOf(this)) : textsOf(this);
      const root = this.shadowRoot;
      if (!root) return;
      const own = translation ? sheets[translation.words.direction] : [];
      const others = new Set(
        Object.values(sheets)
          .flat()
          .map((styles) => styles()),
      );
      root.adoptedStyleSheets = [
        ...root.adoptedStyleSheets.filter((each) => !others.has(each)),
        ...own.map((styles) => styles()),
      ];
    }

    protected override async scheduleUpdate(): Promise<void> {
      await this.#loading;
      await super.scheduleUpdate();
    }

    protected override willUpdate(changed: Changed): void {
      super.willUpdate(changed);
      const { strings } = this.#translation?.words ?? {};
      if (!strings) return;
      const { missing, wrong } = strings.parts?.issues ?? {};
      const told = [...this.shownIssues].map(([pointer, issue]) => {
        const title = this.controls.at(pointer)?.title ?? issue.title;
        const said = (issue.keyword === 'required' ? missing : wrong)?.(title);
        const message = said ?? issue.message.replaceAll(issue.title, title);
        return [pointer, issue.keyword === 'input' ? issue : { ...issue, title, message }] as const;
      });
      this.shownIssues = new Map(told);
    }
  }
  return TranslatedElement as unknown as Base;
}

function inWordsOf(
  { title, reviewed, words, sections, lookups }: FormTranslation,
  own: FormTexts,
): FormTexts {
  return {
    title,
    note: reviewed ? '' : words.unreviewed,
    sections,
    lookups: own.lookups.map((lookup, index) => ({ ...lookup, title: lookups?.[index] ?? lookup.title })),
  };
}
