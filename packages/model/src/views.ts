import type { Attachment } from './form.ts';
import type { JsonObject } from './json.ts';
import type { Truth } from './rules.ts';
import type { FieldPermissions, InstanceId, MachineKind, StateMeta } from './workflow.ts';

// What the view elements read: plain data in words, titles and clauses, made by the engine, so that a server can send
// it to a page that has no engine. Nothing in them needs the contract to be shown.

/** One step of a procedure as a person sees it in a timeline. */
export interface CaseStep {
  /** Dotted state path. */
  readonly path: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly status: 'done' | 'current' | 'upcoming';
  /** Role titles of those who act. */
  readonly actors: readonly string[];
  readonly enteredAt?: string;
  readonly leftAt?: string;
}

/** A running wait: until when, and working days left counted from the view's `at` (null beyond the calendar). */
export interface DueView {
  readonly title: string;
  readonly clause: string;
  readonly at: string;
  readonly workdaysLeft: number | null;
}

/** A wait whose end nobody can tell (calendar exhausted, date not answered): somebody must look. */
export interface UndatedView {
  readonly title: string;
  readonly clause: string;
  readonly since: string;
}

/** A form by name, with the tag of its generated element. */
export interface FormName {
  readonly id: string;
  readonly title: string;
  readonly tag: string;
}

/** Something that the person looking may do, or what stands against it. */
export interface ActView {
  readonly event: string;
  readonly title: string;
  readonly clauses: readonly string[];
  /** Form that is handed in with it. */
  readonly form?: FormName;
  readonly reason?: 'required' | 'optional';
  /** Leaves the procedure. */
  readonly escape?: true;
  /** Gives the case back for correction: fields can be marked (`payload.data.marks`). */
  readonly returns?: true;
  /** null = depends on what is not known yet, often on what is handed in with it. */
  readonly allowed: Truth;
  /** What stands against it, or is still open; each complete in itself. */
  readonly why: readonly string[];
}

/** A field that whoever gave the case back wants corrected. */
export interface FieldMark {
  readonly form: string;
  /** RFC 6901 pointer inside the form's answers. */
  readonly pointer: string;
  readonly title: string;
  readonly note?: string;
}

/** The case was given back for correction. */
export interface ReturnView {
  readonly at: string;
  readonly title: string;
  readonly actor?: string;
  readonly reason: string;
  readonly clauses: readonly string[];
  readonly marks: readonly FieldMark[];
  /** When it came back corrected; absent = it is still being corrected. */
  readonly answeredAt?: string;
}

/** A publication (公示), running or over. */
export interface NoticeView {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly from: string;
  /** End of the period; absent = the calendar does not reach it. */
  readonly until?: string;
  /** Counted from the view's `at`, of a running one; null beyond the calendar. */
  readonly workdaysLeft?: number | null;
  readonly status: 'running' | 'over';
}

/** Something that was handed in and taken. */
export interface ReceiptView {
  readonly at: string;
  readonly title: string;
  /** Title of the form. */
  readonly form: string;
  readonly actor?: string;
  /** The same for the same act, unique in the procedure: `case#4`. */
  readonly number: string;
}

/** Where a case stands, ready to show. */
export interface CaseView {
  readonly title: string;
  readonly status: 'active' | 'done';
  readonly outcome?: NonNullable<StateMeta['outcome']>;
  readonly steps: readonly CaseStep[];
  readonly due: readonly DueView[];
  readonly undated?: readonly UndatedView[];
  readonly log: readonly {
    readonly at: string;
    readonly title: string;
    readonly actor?: string;
    readonly reason?: string;
    readonly clauses: readonly string[];
  }[];
  readonly at: string;
  // What only the whole procedure knows: `caseViewFor` adds it.
  readonly instance?: InstanceId;
  /** What the person looking may do now. */
  readonly acts?: readonly ActView[];
  /** The last time it was given back for correction. */
  readonly returned?: ReturnView;
  readonly notices?: readonly NoticeView[];
  readonly receipts?: readonly ReceiptView[];
}

/** One machine in which the role has something to do. */
export interface InboxEntry {
  readonly instance: InstanceId;
  readonly machine: MachineKind;
  readonly program: { readonly id: string; readonly title: string };
  /** Who or what it is about: the applicant's name, or the machine's title. */
  readonly title: string;
  /** Title of the machine. */
  readonly kind: string;
  /** Titles of the states it stands in. */
  readonly steps: readonly string[];
  readonly since: string;
  /** The wait that ends first. */
  readonly due?: DueView;
  /** A wait without a known end. */
  readonly undated?: UndatedView;
  readonly acts: readonly ActView[];
}

/** What a role has to do, the most urgent first; entries of several programmes may be put together. */
export interface InboxView {
  readonly at: string;
  readonly role: { readonly id: string; readonly title: string };
  readonly entries: readonly InboxEntry[];
}

/** One answer in words, and what stood there when the case was last given back. */
export interface AnswerView {
  readonly pointer: string;
  readonly title: string;
  /** Empty = not answered. */
  readonly text: string;
  readonly clauses: readonly string[];
  /** What stood there before; present = it was changed. */
  readonly was?: string;
  readonly sensitive?: true;
  readonly files?: readonly Attachment[];
  /** A list of entries. */
  readonly rows?: readonly RowView[];
}

export interface RowView {
  /** “徒弟 2”. */
  readonly title: string;
  readonly change?: 'added' | 'removed' | 'changed';
  readonly items: readonly AnswerView[];
}

/** A stored form in words. */
export interface FormView {
  readonly id: string;
  readonly title: string;
  /** Role that fills it. */
  readonly by: string;
  readonly at?: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly items: readonly AnswerView[];
  }[];
  /** Answers that were changed since the case was last given back; entries of lists count one by one. */
  readonly changes: number;
}

/** What somebody said when acting: an opinion, or a reason. */
export interface OpinionView {
  readonly at: string;
  readonly title: string;
  readonly actor?: string;
  readonly clauses: readonly string[];
  readonly reason?: string;
  /** Answers of the form handed in with it. */
  readonly items: readonly AnswerView[];
}

/** What the person concerned declared, and what people decided about it. Never scored. */
export interface DeclarationView {
  readonly form: string;
  readonly pointer: string;
  readonly title: string;
  /** What is declared. */
  readonly text: string;
  readonly clauses: readonly string[];
  readonly declared: boolean;
  readonly by: string;
  readonly at?: string;
  /** Answers in others' forms to the same clause, with who gave them. */
  readonly decisions: readonly { readonly by: string; readonly title: string; readonly text: string }[];
}

export interface Criterion {
  /** Name of the field. */
  readonly name: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly description?: string;
  readonly clauses: readonly string[];
}

/** The score sheets of one panel. */
export interface ScoringView {
  readonly title: string;
  readonly criteria: readonly Criterion[];
  /** Sheets handed in so far. */
  readonly count: number;
  /** Nobody is shown another's sheet before the panel is done. */
  readonly sealed: boolean;
  readonly sheets: readonly {
    readonly by: string;
    /** By name of the criterion; null = not given. */
    readonly points: Readonly<Record<string, number | null>>;
    /** null while a point is missing. */
    readonly sum: number | null;
    readonly remarks: readonly AnswerView[];
  }[];
  /** What the procedure made of the sheets. */
  readonly result?: number;
}

/** The form of the present step, to be filled beside the case. */
export interface StepView {
  readonly form: FormName;
  readonly title: string;
  readonly readonly: boolean;
  readonly fields: FieldPermissions;
  readonly answers: JsonObject;
  /** Where it is a score sheet. */
  readonly criteria?: readonly Criterion[];
}

/** A case before somebody who has to decide on it. */
export interface ReviewView {
  readonly at: string;
  readonly instance: InstanceId;
  readonly title: string;
  readonly program: { readonly id: string; readonly title: string };
  readonly role: { readonly id: string; readonly title: string };
  readonly status: 'active' | 'done';
  readonly outcome?: NonNullable<StateMeta['outcome']>;
  /** Titles of the present states. */
  readonly steps: readonly string[];
  readonly due: readonly DueView[];
  readonly undated: readonly UndatedView[];
  readonly forms: readonly FormView[];
  readonly returned?: ReturnView;
  readonly opinions: readonly OpinionView[];
  readonly declarations: readonly DeclarationView[];
  readonly scoring: readonly ScoringView[];
  /** Forms of the present step, with the role's permissions. */
  readonly stepForms: readonly StepView[];
  readonly acts: readonly ActView[];
  /** The person looking handed this application in: nobody decides on their own. */
  readonly own?: true;
}
