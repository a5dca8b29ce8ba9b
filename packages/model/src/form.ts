import type { JsonObject } from './json.ts';

/**
 * JSON Schema 2020-12, our profile of it. In a contract every `$ref` to another file is inlined under `$defs`,
 * code lists are expanded to `enum` + `x-titles`, and objects are closed.
 */
export interface FormSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, FormSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly unevaluatedProperties?: false;
  readonly items?: FormSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: FormFormat;
  /** First and last day of a `date`, both counted, `YYYY-MM-DD` (the keywords of ajv-formats). */
  readonly formatMinimum?: string;
  readonly formatMaximum?: string;
  readonly default?: string | number | boolean;
  readonly examples?: readonly (string | number | boolean)[];
  readonly readOnly?: boolean;
  readonly allOf?: readonly FormSchema[];
  readonly if?: FormSchema;
  readonly then?: FormSchema;
  readonly else?: FormSchema;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, FormSchema>>;
  readonly oneOf?: readonly FormSchema[];
  readonly not?: FormSchema;
  readonly contains?: FormSchema;
  /** Clause id(s) this field or form comes from. */
  readonly 'x-clause'?: string | readonly string[];
  /** Role that fills the form (root) or field. Default: applicant. */
  readonly 'x-by'?: string;
  /** Id of a code list in `definitions/shared/codes/`. */
  readonly 'x-code-list'?: string;
  /** Titles of the `enum` values, same order (filled in by the compiler from the code list). */
  readonly 'x-titles'?: readonly string[];
  /** The `enum` is a rank from low to high: comparisons use the position. */
  readonly 'x-ordered'?: boolean;
  /** `元`, `分`, `万元`, `人`, `年` …; an integer with a money unit is an amount of money. */
  readonly 'x-unit'?: string;
  /** A file field: value is an array of {@link Attachment}. */
  readonly 'x-attachment'?: AttachmentRule;
  /** A declaration to be ticked by the person concerned (`const: true`). */
  readonly 'x-declaration'?: boolean;
  /** Sensitive personal data: purpose and clause are shown beside the field. */
  readonly 'x-sensitive'?: { readonly purpose: string; readonly clause: string };
  /** Data of a third person (apprentice, team member): who, in one word. */
  readonly 'x-third-person'?: string;
  readonly 'x-interpretation'?: string;
  /** The answer follows from others: an expression of the rule language over the row's and the form's fields. */
  readonly 'x-computed'?: string;
}

export type FormFormat = 'date' | 'date-time' | 'email' | 'uri' | 'resident-id' | 'uscc' | 'mobile';

export interface AttachmentRule {
  /** Media types, e.g. `application/pdf`. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxCount: number;
}

/** A stored file as it stands in a form's data. The bytes live with the host. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** The host's own reference to the stored bytes. */
  readonly ref: string;
}

/** A section of a form as the person sees it; `fields` are top-level property names in order. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly fields: readonly string[];
}

/** How a person goes through the sections of a form: all on one page, one after the other, or from a list of them. */
export type FormWay = 'page' | 'wizard' | 'task-list';

/**
 * Answers that a register of the host knows: asked with the answers `by`, it may fill in those of `fills`. Fields are
 * named at the root of the form, inside groups by dotted path; single answers only, none in a row of a list.
 */
export interface FormLookup {
  /** By which the host tells its registers apart. */
  readonly register: string;
  /** What the register is called, e.g. 法人登记信息. */
  readonly title: string;
  readonly by: readonly string[];
  readonly fills: readonly string[];
  /** Ground on which answers are sent to the register; needed where sensitive ones are, or are filled in. */
  readonly clause?: string | readonly string[];
}

/** What `ui:options` says at the root of a uiSchema. */
export interface FormOptions {
  readonly sections?: readonly FormSection[];
  /** Default: `page`. */
  readonly way?: FormWay;
  /** A page leads to a view of all answers before it is submitted; the other ways always do. */
  readonly review?: boolean;
  /** A page says what is still missing, also for the rules. */
  readonly missing?: boolean;
  /** What registers of the host may fill in. */
  readonly lookups?: readonly FormLookup[];
}

/** What `ui:options` says of one field. */
export interface FieldUiOptions {
  /** Lines of a long text before anybody has written in it. */
  readonly rows?: number;
  /** Money is typed in it and kept in 元. */
  readonly unit?: '元' | '万元';
  readonly capitals?: boolean;
  /** A long text may hold lists. */
  readonly lists?: boolean;
  readonly whenHidden?: 'keep' | 'clear';
}

/** RJSF's uiSchema dialect. Ours: {@link FormOptions} at the root; widgets `textarea`, `radio`, `checkboxes`, `select`. */
export type UiSchema = JsonObject;

export interface FormContract {
  readonly id: string;
  readonly title: string;
  /** Role that fills it. */
  readonly by: string;
  readonly clauses: readonly string[];
  readonly schema: FormSchema;
  readonly ui: UiSchema;
  readonly sections: readonly FormSection[];
}
