import type { Interpretation, Clause } from './clause.ts';
import type { Instant, Role } from './contract.ts';
import type { JsonObject } from './json.ts';
import type { InstanceId, MachineKind } from './workflow.ts';
import type { Facts, RulesDefinition } from './rules.ts';

/** `<scheme>/<edition>/guideline.json` as the officer writes it. */
export interface GuidelineFile {
  readonly title: string;
  /** Used where space is short, e.g. 新疆工匠 2025. */
  readonly shortTitle: string;
  readonly issuer: readonly string[];
  readonly number?: string;
  readonly basis?: readonly string[];
  readonly supersedes?: Supersession;
  readonly calendarRegion?: 'xinjiang';
  /** Day on which the shared code lists are read, `YYYY-MM-DD`: usually the day of issue. */
  readonly codesAsOf?: string;
  readonly instants: Readonly<Record<string, Instant>>;
  readonly roles: Readonly<Record<string, Role>>;
  readonly interpretations?: Readonly<Record<string, Interpretation>>;
  /** Folder names of the programmes. */
  readonly programs: readonly string[];
}

/** Documents that the guideline repeals (废止), and the reading that says what becomes of cases under them. */
export interface Supersession {
  readonly clause: string | readonly string[];
  readonly documents: readonly { readonly number: string; readonly title: string }[];
  readonly interpretation: string;
}

/** `<scheme>/<edition>/clauses.json`. */
export interface ClausesFile {
  readonly clauses: readonly Clause[];
}

/** `<program>/program.json`. Forms, machines and documents are found by file name in their folders. */
export interface ProgramFile {
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly subject: string;
  readonly applicationForm: string;
  /** Where a detail of the programme that no field or rule carries is accounted for: clause → how. */
  readonly covers?: Readonly<Record<string, string>>;
}

/** `<program>/locales/<language>.json`: texts of the forms in another language, by the Chinese text they stand for. */
export interface Translation {
  /** Somebody who knows the language has read every sentence; else the form says that nobody has. */
  readonly reviewed: boolean;
  readonly texts: Readonly<Record<string, string>>;
  /** Sentences that the generator adds, e.g. limits. */
  readonly sentences?: Readonly<Record<string, string>>;
}

/** `<edition>/rules/<name>.json`: what several programmes of an edition have in common. */
export type SharedRulesFile = Pick<RulesDefinition, 'sets' | 'parameters' | 'tables' | 'relax'> &
  Partial<Pick<RulesDefinition, 'rules'>>;

/** `<program>/rules.json` as written; in a contract the shared rules it names stand in front of its own. */
export interface RulesFile extends RulesDefinition {
  /** File names in `<edition>/rules/`, without `.json`. */
  readonly include?: readonly string[];
}

/** `<program>/workflow/<machine>.json`: `kind`, `title`, `clause`, `delays` beside the XState config keys. */
export type MachineFile = JsonObject & {
  readonly kind: MachineKind;
  readonly title: string;
};

/** One thing done in a scenario: somebody fires an event, or the clock moves. */
export type ScenarioStep =
  | {
      readonly at: string;
      /** Role that acts. */
      readonly as: string;
      /** Who acts in the role, where several people decide: an invented name. */
      readonly person?: string;
      /** Principal, when the person is a deputy. */
      readonly for?: string;
      /** Body that the person belongs to. */
      readonly body?: string;
      readonly event: string;
      /** Default: the standing one of that kind, `case` when neither is given. */
      readonly machine?: MachineKind;
      /** Which machine, where there are several: `case:2`, `batch:hotan`, `case/entitlement`. */
      readonly instance?: InstanceId;
      /** Default: the scenario's facts of the form the event asks for. */
      readonly data?: JsonObject;
      readonly reason?: string;
      /** The kernel must refuse this step. */
      readonly refused?: boolean;
      /** State reached, as dotted path(s); a parallel state lists each region. */
      readonly state?: string | readonly string[];
      readonly effects?: readonly string[];
    }
  /** Fires every timer due up to and including this instant. */
  | {
      readonly advanceTo: string;
      readonly machine?: MachineKind;
      readonly instance?: InstanceId;
      readonly state?: string | readonly string[];
      readonly effects?: readonly string[];
    };

/** A case of a scenario beside the first. */
export interface ScenarioCase {
  /** What differs from the scenario's `facts`, as a merge patch. */
  readonly facts?: Facts;
  /** Batch it belongs to (`batch:<body>`); default `batch`. */
  readonly batch?: InstanceId;
}

/** `scenarios/<outcome>-<why>.json`. */
export interface ScenarioFile {
  readonly title: string;
  readonly program: string;
  readonly clauses: readonly string[];
  /** Another scenario in the same folder (without `.json`) whose facts are the base; `null` removes an answer. */
  readonly extends?: string;
  /** Steps of the base are kept before these when true. */
  readonly extendsSteps?: boolean;
  readonly facts: Facts;
  readonly expect: {
    readonly verdict?: 'eligible' | 'needs-reason' | 'ineligible' | 'undecided';
    /** Rule id → verdict. */
    readonly rules?: Readonly<Record<string, string>>;
    /** Field pointers that must be reported missing, e.g. `application/workPlace`. */
    readonly missing?: readonly string[];
    /** Amount id → value, or bounds. */
    readonly amounts?: Readonly<
      Record<string, number | { readonly min: number; readonly max: number | null }>
    >;
    /** Final state of the case after all steps, and its outcome. */
    readonly state?: string | readonly string[];
    readonly outcome?: string;
    /** The same of other machines: `case:2`, `batch`, `case/entitlement`; `absent` = was never opened. */
    readonly instances?: Readonly<
      Record<
        InstanceId,
        { readonly state?: string | readonly string[]; readonly outcome?: string; readonly absent?: true }
      >
    >;
  };
  /** Further cases beside `case`, by `case:<label>`. */
  readonly cases?: Readonly<Record<InstanceId, ScenarioCase>>;
  /** Batch that the case `case` belongs to; default `batch`. */
  readonly batch?: InstanceId;
  readonly steps?: readonly ScenarioStep[];
}
