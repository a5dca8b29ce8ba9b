import type { Json, JsonObject } from './json.ts';

/**
 * case = one application; batch = one recommending body in one round; round = the edition as a whole; entitlement =
 * what is due over years, and amendment = one request for a change, both belonging to a case.
 */
export type MachineKind = 'case' | 'batch' | 'round' | 'entitlement' | 'amendment';

/**
 * One running machine of a programme: `round`, `batch`, `case`; further ones with a label (`case:2`, `batch:hotan`);
 * children behind their parent with the machine's file name (`case/entitlement`, `case:2/replacement:3`).
 */
export type InstanceId = string;

/** Who acts: a role, or the role(s) that a decision table of rules.json names for this case. */
export type RoleRef = string | { readonly table: string; readonly output?: string };

/**
 * A guard by name with params, as it stands in the machine file:
 * `{ "type": "eligible" }`, `{ "type": "answer", "params": { "form": "application", "field": "side", "in": ["兵团"] } }`.
 * Guards are true, false or unknown; a transition fires on true only.
 */
export type GuardRef =
  | { readonly type: 'eligible' }
  | { readonly type: 'ineligible' }
  | { readonly type: 'rule'; readonly params: { readonly id: string } }
  /** The instant `at` lies strictly before / at or after a named instant of the guideline. */
  | { readonly type: 'before'; readonly params: { readonly instant: string } }
  | { readonly type: 'notBefore'; readonly params: { readonly instant: string } }
  /** A field of a stored form (or of the event's own data with `form: "event"`) has one of these values. */
  | {
      readonly type: 'answer';
      readonly params: {
        readonly form: string;
        readonly field: string;
        /** Either the values … */
        readonly in?: readonly Json[];
        /** … or a set of rules.json. */
        readonly set?: string;
      };
    }
  /** A decision table of rules.json gives one of these values; undecided = unknown. */
  | {
      readonly type: 'table';
      readonly params: {
        readonly table: string;
        /** Needed when the table has several outputs. */
        readonly output?: string;
        readonly in: readonly Json[];
      };
    }
  /** Answers of this form are stored. */
  | { readonly type: 'filled'; readonly params: { readonly form: string } }
  | { readonly type: 'hasReason' }
  /** A value put by `set`. */
  | { readonly type: 'is'; readonly params: { readonly key: string; readonly in: readonly Json[] } }
  /** How many entries a list made by `append` holds, both bounds inclusive. */
  | {
      readonly type: 'count';
      readonly params: { readonly list: string; readonly min?: number; readonly max?: number };
    }
  /** The actor has a task in the list, and it is his turn; `deputies` lets appointed deputies act for their principals. */
  | { readonly type: 'holdsTask'; readonly params: { readonly list: string; readonly deputies?: string } }
  /** What the votes come to: false once it can no longer pass, unknown while open. `percent` of heads or of weights. */
  | {
      readonly type: 'verdict';
      readonly params: {
        readonly list: string;
        readonly policy: 'all' | 'any' | 'percentage' | 'weighted';
        readonly percent?: number;
      };
    }
  /** Everybody in the list has done his part, and at least `min` people have. */
  | { readonly type: 'settled'; readonly params: { readonly list: string; readonly min?: number } }
  /** Nobody in the list has acted yet. */
  | { readonly type: 'untouched'; readonly params: { readonly list: string } }
  /** The event's `person` is not in the list / is in it and has not acted. */
  | { readonly type: 'namesNewPerson'; readonly params: { readonly list: string } }
  | { readonly type: 'namesOpenTask'; readonly params: { readonly list: string } }
  /** At least `min` people under a field of the event are new to the list / can be drawn from its pool. */
  | {
      readonly type: 'namesPeople';
      readonly params: { readonly list: string; readonly field: string; readonly min?: number };
    }
  | {
      readonly type: 'canDraw';
      readonly params: { readonly list: string; readonly count: number; readonly avoid?: readonly string[] };
    }
  /** The event's answer is the value kept under a key, e.g. the hash of what was printed. */
  | { readonly type: 'matches'; readonly params: { readonly field: string; readonly key: string } }
  /** Batch: every member case is in one of these statuses. */
  | { readonly type: 'everyMember'; readonly params: { readonly in: readonly string[] } }
  /** Batch: every member has its place in the order / the event's `ranking` names every member once. */
  | { readonly type: 'ranked' | 'ranksAll' }
  /** Batch: the member that the event names has answered so; without `in`: has answered. */
  | {
      readonly type: 'memberAnswers';
      readonly params: { readonly form: string; readonly field: string; readonly in?: readonly Json[] };
    }
  /** Batch or round: a quota of rules.json holds for the members; unknown quota numbers give unknown. */
  | { readonly type: 'withinQuota'; readonly params: { readonly quota: string } }
  | { readonly type: 'not'; readonly params: { readonly guard: GuardRef } }
  | { readonly type: 'all'; readonly params: { readonly guards: readonly GuardRef[] } }
  | { readonly type: 'any'; readonly params: { readonly guards: readonly GuardRef[] } };

/** An action by name with params. The first group changes the context, the second asks the host for an effect. */
export type ActionRef =
  /** Keeps the event's `data` as the stored answers of `form`. */
  | { readonly type: 'store'; readonly params: { readonly form: string } }
  | { readonly type: 'set'; readonly params: { readonly key: string; readonly value: Json } }
  /** Copies one field of the event's `data` to a context key. */
  | { readonly type: 'keep'; readonly params: { readonly key: string; readonly field: string } }
  /** Adds `{at, by, reason, ...data}` of the event to a list. */
  | { readonly type: 'append'; readonly params: { readonly list: string } }
  /** Puts a number made of a field of a list's rows under a key: mean, mean without highest and lowest, sum of ranks. */
  | {
      readonly type: 'aggregate';
      readonly params: {
        readonly list: string;
        readonly field: string;
        readonly by: 'mean' | 'trimmed' | 'rank';
        readonly key: string;
      };
    }
  /** Tasks for the people under a field of the event (texts or objects with `person`), side by side or in sequence. */
  | {
      readonly type: 'assign';
      readonly params: { readonly list: string; readonly field: string; readonly sequence?: boolean };
    }
  /**
   * Tasks for `count` people out of the event's `pool`, in an order that pool and the event's `seed` alone decide; nobody
   * whose name or unit stands in one of the answers under `avoid` (`form.field`).
   */
  | {
      readonly type: 'draw';
      readonly params: { readonly list: string; readonly count: number; readonly avoid?: readonly string[] };
    }
  /** The actor's task is done with this word. */
  | {
      readonly type: 'vote';
      readonly params: {
        readonly list: string;
        readonly as: 'agree' | 'refuse' | 'abstain';
        readonly deputies?: string;
      };
    }
  /** The actor's task goes to the event's `person`, for good or to come back with advice. */
  | {
      readonly type: 'transfer' | 'delegate';
      readonly params: { readonly list: string; readonly deputies?: string };
    }
  /** The event's `person` is added before, after or beside the actor. */
  | {
      readonly type: 'addSigner';
      readonly params: {
        readonly list: string;
        readonly order: 'before' | 'after' | 'same';
        readonly deputies?: string;
      };
    }
  /** The event's `person`, who has not acted, is taken off. */
  | { readonly type: 'removeSigner'; readonly params: { readonly list: string } }
  /** The actor stands aside. */
  | { readonly type: 'recuse'; readonly params: { readonly list: string; readonly deputies?: string } }
  /** The event's `person` may act for the actor, up to and including the date `until` if given. */
  | { readonly type: 'deputise'; readonly params: { readonly list: string } }
  /** Puts the present moment under a key. */
  | { readonly type: 'stamp'; readonly params: { readonly key: string } }
  /** Adds the whole working days passed since a stamped moment to the number under a key. */
  | {
      readonly type: 'useUp';
      readonly params: { readonly key: string; readonly since: string; readonly postingDayCounts?: string };
    }
  /** Batch: gives the members the places that the event's `ranking` (list of ids) has them in. */
  | { readonly type: 'rank' }
  /** Batch: changes an answer of the event's `member` to the event's `to`, e.g. the level it competes in. */
  | { readonly type: 'adjust'; readonly params: { readonly form: string; readonly field: string } }
  /** Batch or round: keeps the sender's status as a member. */
  | { readonly type: 'member'; readonly params?: { readonly status?: string } }
  | { readonly type: 'notify'; readonly params: { readonly to: string; readonly template: string } }
  /** 抄送: they are told and may read the case, and have nothing to do. */
  | { readonly type: 'cc'; readonly params: { readonly to: string; readonly template: string } }
  /** Asks the host to find people for a list: a superior, an expert draw. It answers with an event. */
  | {
      readonly type: 'select';
      readonly params: { readonly list: string; readonly strategy: string; readonly count?: number };
    }
  /** Asks the host to look the case up in a register outside; it answers with an event. */
  | { readonly type: 'lookup'; readonly params: { readonly register: string } }
  | { readonly type: 'render'; readonly params: { readonly document: string } }
  /** A message to machines near the sender; see `InstanceId`. */
  | {
      readonly type: 'send';
      readonly params: {
        readonly to: MachineKind;
        readonly event: string;
        /** File name of the machine, where the programme has several of the kind. */
        readonly machine?: string;
        /** Opens another entitlement or amendment although one exists. */
        readonly new?: boolean;
        /** Only to the machine whose message caused this, not to all members. */
        readonly only?: 'sender';
        /** The stored answers of this form go along as the message's data. */
        readonly form?: string;
      };
    }
  /** The whole amount; with `part` its instalment of the number that list has entries. */
  | { readonly type: 'pay'; readonly params: { readonly amount: string; readonly part?: string } }
  | { readonly type: 'recover'; readonly params: { readonly amount: string } }
  | { readonly type: 'flag'; readonly params: { readonly subject: string; readonly note: string } };

/**
 * A named wait. All durations are inclusive of whole days; instants are Beijing time with offset. A period with `from`
 * is counted from a date answered in a stored form (`application.startDate`) or kept under a context key, not from the
 * moment when the wait begins.
 */
export type DelayDefinition = { readonly title: string; readonly clause: string } & (
  | { readonly instant: string }
  /** Whole working days; ends at the close (24:00) of the last one. `postingDayCounts` names an interpretation. */
  | {
      readonly workdays: number;
      readonly postingDayCounts?: string;
      /** Key under which `useUp` counts the days that are over already. */
      readonly less?: string;
      readonly from?: string;
    }
  /** `times` names a list: from the same day so many times as long as the list has entries (the n-th month of many). */
  | { readonly days: number; readonly from?: string; readonly times?: string }
  | { readonly months: number; readonly from?: string; readonly times?: string }
  | { readonly years: number; readonly from?: string; readonly times?: string }
  /** A date answered in a stored form (`application.startDate`) or kept under a context key: to the end of that day. */
  | { readonly dateOf: string }
);

/** What an acting role may do with the fields of a form, by name, `list.column` for a column of a table, `*` for all. */
export interface FieldPermissions {
  readonly editable?: readonly string[];
  readonly readonly?: readonly string[];
  readonly hidden?: readonly string[];
  /** Beyond what the form itself requires. */
  readonly required?: readonly string[];
}

/** `meta` of a state. */
export interface StateMeta {
  readonly title: string;
  readonly clause?: string | readonly string[];
  /** Who is to act here. */
  readonly role?: RoleRef | readonly RoleRef[];
  /** Form shown here, with the acting role's field permissions. */
  readonly form?: string;
  readonly fields?: FieldPermissions;
  readonly documents?: readonly string[];
  /** Lists that nobody is shown before this state is left. */
  readonly sealed?: readonly string[];
  /** The case is shown to the public here (公示): until the wait of this state, or of one inside it, ends. */
  readonly notice?: true;
  /** For a final state: what it means for the applicant. */
  readonly outcome?: 'accepted' | 'refused' | 'expired' | 'withdrawn' | 'cancelled' | 'completed';
  readonly interpretation?: string | readonly string[];
}

/** `meta` of a transition under `on`. */
export interface EventMeta {
  readonly title: string;
  readonly clause?: string | readonly string[];
  /** Who may fire it; default: the state's `role`. Messages from other machines and timers name no role but `from`. */
  readonly by?: RoleRef | readonly RoleRef[];
  readonly from?: MachineKind;
  /** Form whose valid data the event must carry. */
  readonly form?: string;
  readonly reason?: 'required' | 'optional';
  /** Leaves the procedure (withdrawal and the like): ignored when proving that a case cannot get stuck. */
  readonly escape?: boolean;
}

/** One machine as it stands in a contract: an XState 5 config plus what our host needs beside it. */
export interface MachineContract {
  readonly id: string;
  readonly kind: MachineKind;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly delays: Readonly<Record<string, DelayDefinition>>;
  /** XState 5 machine config, JSON only: `id`, `initial`, `states`, `on`, `always`, `after`, `entry`, `exit`, `meta`. */
  readonly config: JsonObject;
}

/** Who does something: the role of this guideline, and the body or person acting in it. */
export interface Actor {
  readonly role: string;
  readonly body?: string;
  readonly person?: string;
  /** Principal, when a deputy acts. */
  readonly for?: string;
}

/** An event as the kernel receives it. `at` is set by the host; a fired timer's `at` is its due instant. */
export interface ProcedureEvent {
  readonly type: string;
  readonly actor?: Actor;
  readonly data?: JsonObject;
  readonly reason?: string;
  /** Idempotency key: a repeated key changes nothing. */
  readonly key?: string;
  /** Sender, for messages between machines. */
  readonly from?: {
    readonly machine: MachineKind;
    readonly id: InstanceId;
    readonly status: string;
    /** The sender's stored answers by form id: what a batch or round counts its quotas over. */
    readonly facts?: Readonly<Record<string, JsonObject>>;
    /** What an entitlement or amendment takes over from its sender: answers by form id, kept values, and their moment. */
    readonly given?: {
      readonly forms: Readonly<Record<string, JsonObject>>;
      readonly values: Readonly<Record<string, Json>>;
      readonly at: string;
    };
  };
}
