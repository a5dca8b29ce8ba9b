import type { Failure, Shape, Verdicts } from '@zhinan/engine/validation';
import type { CompiledRules, JsonObject } from '@zhinan/model';
import type { Lookup } from '../lookup/lookup.ts';
import type { WayClass } from '../ways/way.ts';
import type { Answers, Conditions } from './answers.ts';
import type { FormSection } from './fields.ts';

export interface FormExplanation {
  readonly shape: Shape;
  readonly entries?: Verdicts;
  /** Computed answers that are not what the others make of them. */
  readonly follows?: (answers: unknown) => readonly Failure[];
}

/** What every generated form class declares as statics. */
export interface FormClass {
  readonly formId: string;
  readonly formTitle: string;
  readonly sections: readonly FormSection[];
  /** Contract hash; drafts remember it and the element shows it as its `version`. */
  readonly contract: string;
  /** Whether answers are complete and right. */
  readonly verdict: (answers: unknown) => boolean;
  /** What is asked of the answers, in the form that explains a no; loaded when somebody needs to be told. */
  readonly explanation: () => Promise<FormExplanation>;
  readonly asked: Conditions;
  /** Changes in place what follows from other answers, after each change. */
  readonly follow?: (answers: Answers) => void;
  /** Paths of answers that nobody types: they are worked out, or the host brings them. */
  readonly locked?: readonly string[];
  /** Answers an untouched form begins with. */
  readonly defaults: JsonObject;
  /** Names of the lists that take further rows. */
  readonly lists: readonly string[];
  /** Paths of nested objects, which have no control of their own. */
  readonly groups?: readonly string[];
  /** Paths without row numbers whose answers change what is asked. */
  readonly watched: readonly string[];
  /** How the definition wants the sections gone through; a page, where nothing is said. */
  readonly way?: WayClass;
  /** Whether a plain page leads to a view of all answers, and says what is still missing. */
  readonly review?: boolean;
  readonly missing?: boolean;
  /** What registers of the host may fill in. */
  readonly lookups?: readonly Lookup[];
  /** Rules that the answers are for, loaded when somebody asks what they still need. */
  readonly rules?: () => Promise<{ readonly rules: CompiledRules }>;
}

/** What the generated class of an element says of its form. */
export function classOf(form: object): FormClass {
  return form.constructor as unknown as FormClass;
}

/** What a form asks, in the words of one language. */
export interface FormTexts {
  readonly title: string;
  /** Said in small letters beside the title. */
  readonly note: string;
  readonly sections: readonly FormSection[];
  readonly lookups: readonly Lookup[];
}

/** The words the definition is written in. */
export function textsOf(form: object): FormTexts {
  const { formTitle, sections, lookups = [] } = classOf(form);
  return { title: formTitle, note: '', sections, lookups };
}
