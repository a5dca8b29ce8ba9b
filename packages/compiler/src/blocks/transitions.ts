import type { ActionRef, EventMeta, GuardRef, MachineKind, StateMeta } from '@zhinan/model';
import type { Site } from './block.ts';
import type { Act, Deadline, Way } from './shared-params.ts';

/** A transition of XState with our `meta`. */
export interface Transition extends Way {
  readonly meta: EventMeta;
}

export const notify = (to: string, template: string): ActionRef => ({
  type: 'notify',
  params: { to, template },
});
export const set = (key: string, value: boolean | string | number): ActionRef => ({
  type: 'set',
  params: { key, value },
});
export const flagged = (subject: string, note: string): ActionRef => ({
  type: 'flag',
  params: { subject, note },
});
export const all = (...guards: readonly (GuardRef | undefined)[]): GuardRef | undefined => {
  const given = guards.filter((guard) => guard !== undefined);
  return given.length < 2 ? given[0] : { type: 'all', params: { guards: given } };
};
export const is = (key: string, ...values: readonly (string | boolean | number)[]): GuardRef => ({
  type: 'is',
  params: { key, in: values },
});

/** As `role` of a state is written. */
export type Roles = NonNullable<StateMeta['role']>;

/** Roles that can be named before a case exists; who a decision table names is told by the host. */
function named(roles: Roles | undefined): readonly string[] {
  return listed<unknown>(roles).filter((role) => typeof role === 'string');
}

export function notified(roles: Roles | undefined, template: string): readonly ActionRef[] {
  return named(roles).map((role) => notify(role, template));
}

/** Titles of roles, for the title of a step. */
export function namesOf(site: Site, roles: Roles): string {
  return named(roles)
    .map((role) => site.role(role))
    .join('、');
}

export const listed = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** A block's own words for an act; the author's come before them. */
export interface Words {
  readonly event: string;
  readonly title: string;
  readonly clause: NonNullable<StateMeta['clause']>;
  readonly by?: Roles;
  readonly form?: string | undefined;
  /** false = the answers are not kept as the form's: several people fill in the same one. */
  readonly store?: false;
  readonly reason?: 'required' | 'optional';
  readonly escape?: true;
  /** The machine whose message this is; then nobody fires it by hand. */
  readonly from?: MachineKind;
  /** Beside the author's guard. */
  readonly guard?: GuardRef | undefined;
  /** What is said where a guard does not hold. */
  readonly otherwise?: string;
  /** What the note is about: 申报件, 查重 … */
  readonly subject?: string;
  /** Circumstances that keep the act from being done, before the author's. */
  readonly unless?: Act['unless'];
  readonly before?: readonly ActionRef[];
  readonly after?: readonly ActionRef[];
}

/**
 * One act as entries of `on`: stores its form, renders, does the author's actions, and leads along the first way whose
 * condition holds. Where the act has a condition of its own, a last branch says why nothing happened.
 */
export function acting(
  site: Site,
  own: Act | undefined,
  words: Words,
  ways: readonly Way[],
): Readonly<Record<string, readonly Transition[] | Transition>> {
  const form = own?.form ?? words.form;
  const reason = own?.reason ?? words.reason;
  const by = own?.by ?? words.by;
  const meta: EventMeta & { interpretation?: StateMeta['interpretation'] } = {
    title: own?.title ?? words.title,
    clause: own?.clause ?? words.clause,
    ...(by === undefined ? {} : { by }),
    ...(words.from === undefined ? {} : { from: words.from }),
    ...(form === undefined ? {} : { form }),
    ...(reason === undefined ? {} : { reason }),
    ...(words.escape ? { escape: true } : {}),
    ...(own?.interpretation === undefined ? {} : { interpretation: own.interpretation }),
  };
  const actions: readonly ActionRef[] = [
    ...(words.before ?? []),
    ...(form === undefined || words.store === false ? [] : [{ type: 'store' as const, params: { form } }]),
    ...listed(own?.render).map((document) => ({ type: 'render' as const, params: { document } })),
    ...(own?.actions ?? []),
    ...(words.after ?? []),
  ];
  const about = words.subject ?? (site.kind === 'case' ? '申报件' : meta.title);
  const condition = all(words.guard, own?.guard);
  const branches = ways.map((way): Transition => {
    const guard = all(condition, way.guard);
    const done = [...actions, ...(way.actions ?? [])];
    return {
      ...(guard ? { guard } : {}),
      ...(way.target === undefined ? {} : { target: way.target }),
      ...(done.length > 0 ? { actions: done } : {}),
      meta,
    };
  });
  const kept = [...(words.unless ?? []), ...(own?.unless ?? [])].map(
    ({ guard, note, subject = about }): Transition => ({ guard, actions: [flagged(subject, note)], meta }),
  );
  const note = own?.otherwise ?? words.otherwise ?? `“${meta.title}”的条件不满足`;
  const refused: Transition = {
    actions: [flagged(about, note)],
    meta,
  };
  const entries = [...kept, ...branches, ...(condition ? [refused] : [])];
  return { [own?.event ?? words.event]: oneOrList(entries) };
}

export function oneOrList<T>(entries: readonly T[]): T | readonly T[] {
  return entries.length === 1 && entries[0] !== undefined ? entries[0] : entries;
}

/** What a step's deadlines hang on. */
export interface Step {
  readonly title: string;
  readonly clause: NonNullable<StateMeta['clause']>;
  readonly role?: Roles;
  /** Where an automatic pass leads; a step without it cannot pass by itself. */
  readonly passes?: readonly Way[];
}

/** `after` of a step: expiry with a target, escalation, a cited automatic pass, else a reminder. */
export function timed(
  site: Site,
  given: Deadline | readonly Deadline[] | undefined,
  step: Step,
): { readonly after?: Readonly<Record<string, Transition | readonly Transition[]>> } {
  const deadlines = listed(given);
  if (deadlines.length === 0) return {};
  return {
    after: Object.fromEntries(
      deadlines.map((deadline, index) => [
        site.delay(
          deadline.delay,
          deadline.title ?? `${step.title}期限`,
          listed(deadline.clause ?? step.clause)[0] ?? '',
          index === 0 ? 'Deadline' : `Deadline${index + 1}`,
        ),
        expiry(site, deadline, step),
      ]),
    ),
  };
}

function expiry(site: Site, deadline: Deadline, step: Step): Transition | readonly Transition[] {
  const { to, title, escalate, autoPass } = deadline;
  const clause = deadline.clause ?? step.clause;
  if (to !== undefined) {
    const actions = (deadline.tell ?? site.told).map((role) => notify(role, 'expired'));
    return {
      target: site.to(to),
      ...(actions.length > 0 ? { actions } : {}),
      meta: { title: title ?? `${step.title}逾期`, clause },
    };
  }
  if (autoPass && step.passes) {
    const { interpretation } = autoPass;
    const meta = {
      title: title ?? `${step.title}逾期，视为通过`,
      clause: autoPass.clause,
      ...(interpretation === undefined ? {} : { interpretation }),
    };
    const note = flagged(step.title, `到期没有办理，依${listed(autoPass.clause).join('、')}视为通过`);
    return oneOrList(step.passes.map((way) => ({ ...way, actions: [note, ...(way.actions ?? [])], meta })));
  }
  const actions =
    escalate === undefined
      ? notified(deadline.remind ?? step.role, 'reminder')
      : [set(escalatedKey(site), true), ...notified(escalate, 'escalated')];
  const word = escalate === undefined ? '催办' : '升级';
  return {
    ...(actions.length > 0 ? { actions } : {}),
    meta: { title: title ?? `${word}：${step.title}`, clause },
  };
}

const escalatedKey = (site: Site) => `${site.key}Escalated`;

/**
 * Lets the superior act as well once the step has been escalated: each act of the step's own role stands again for the
 * superior, in front, behind that condition.
 */
export function withSuperior(
  site: Site,
  on: Readonly<Record<string, Transition | readonly Transition[]>>,
  given: Deadline | readonly Deadline[] | undefined,
): Readonly<Record<string, Transition | readonly Transition[]>> {
  const superior = listed(given).find(({ escalate }) => escalate !== undefined)?.escalate;
  if (superior === undefined) return on;
  return Object.fromEntries(
    Object.entries(on).map(([event, entries]) => {
      const own = listed(entries).filter(({ meta }) => meta.by === undefined);
      const copies = own.map((entry): Transition => {
        const guard = all(is(escalatedKey(site), true), entry.guard);
        return { ...entry, ...(guard ? { guard } : {}), meta: { ...entry.meta, by: superior } };
      });
      return [event, oneOrList([...copies, ...listed(entries)])];
    }),
  );
}

/** The parts of `meta` that blocks share. */
export function metaOf(
  params: {
    readonly clause: NonNullable<StateMeta['clause']>;
    readonly interpretation?: NonNullable<StateMeta['interpretation']>;
    readonly documents?: readonly string[];
    readonly fields?: NonNullable<StateMeta['fields']>;
  },
  title: string,
  more: Pick<StateMeta, 'role' | 'form'> = {},
): StateMeta {
  const { clause, interpretation, documents, fields } = params;
  return {
    title,
    clause,
    ...(more.role === undefined ? {} : { role: more.role }),
    ...(more.form === undefined ? {} : { form: more.form }),
    ...(fields ? { fields } : {}),
    ...(documents ? { documents } : {}),
    ...(interpretation === undefined ? {} : { interpretation }),
  };
}
