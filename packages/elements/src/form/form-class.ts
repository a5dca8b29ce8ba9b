import type { FormValidator, JsonObject } from '@zhinan/model';
import type { Conditions } from './answers.ts';

/** What every generated form class declares as statics. */
export interface FormClass {
  readonly formId: string;
  readonly formTitle: string;
  /** Contract hash; drafts remember it and the element shows it as its `version`. */
  readonly contract: string;
  readonly validator: FormValidator<unknown>;
  readonly asked: Conditions;
  /** Answers an untouched form begins with. */
  readonly defaults: JsonObject;
  /** Names of the lists that take further rows. */
  readonly lists: readonly string[];
  /** Paths without row numbers whose answers change what is asked. */
  readonly watched: readonly string[];
}
