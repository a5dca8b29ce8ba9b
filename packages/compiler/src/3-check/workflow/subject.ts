import type {
  Clause,
  FormContract,
  Instant,
  Interpretation,
  JsonObject,
  MachineContract,
  MachineKind,
  Place,
  Role,
  RulesDefinition,
} from '@zhinan/model';

/** What the workflow checks need to know of a guideline and one of its machines; a `Contract` part fits as it is. */
export interface WorkflowSubject {
  readonly guideline: {
    readonly roles: Readonly<Record<string, Role>>;
    readonly instants: Readonly<Record<string, Instant>>;
    readonly interpretations: Readonly<Record<string, Interpretation>>;
    readonly clauses: readonly Pick<Clause, 'id'>[];
    readonly calendarRegion?: 'xinjiang';
  };
  readonly program: {
    readonly id: string;
    readonly applicationForm: string;
    readonly forms: Readonly<Record<string, FormContract>>;
    readonly rules: RulesDefinition;
    readonly documents: Readonly<Record<string, unknown>>;
  };
  readonly machine: MachineUnderCheck;
  /** All machines of the programme; whether the checked one is among them makes no difference. */
  readonly siblings: readonly MachineUnderCheck[];
  /** Where a pointer into the machine's file stands. */
  readonly place: (pointer: string) => Place;
  /** Where the property name stands that a pointer ends in: findings about a whole state point at its name. */
  readonly keyPlace: (pointer: string) => Place;
}

export type MachineUnderCheck = Pick<MachineContract, 'id' | 'title' | 'delays'> & {
  readonly kind: MachineKind;
  readonly config: JsonObject;
};
