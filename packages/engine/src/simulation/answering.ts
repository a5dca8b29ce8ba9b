import type { InstanceId, JsonObject, ProcedureEvent } from '@zhinan/model';
import type { IsoInstant } from '../calendar/instant.ts';
import { pick } from '../random.ts';
import type { Environment } from '../workflow/environment.ts';
import type { Snapshot } from '../workflow/snapshot.ts';
import { takenBy, type Option } from './options.ts';
import type { Desk, Documents } from './person.ts';

const ATTEMPTS = 6;

/** What an event may be answered with. */
export interface AtHand {
  readonly environment: Environment;
  readonly documents: Documents;
  /** What a panel would think of a case, 0–1. */
  readonly scoreOf: (id: InstanceId) => number;
}

/** The event with answers that lead where it is meant to lead, if any are at hand. */
export function eventFor(
  { environment, documents, scoreOf }: AtHand,
  desk: Desk,
  option: Option,
  snapshot: Snapshot,
  at: IsoInstant,
): ProcedureEvent {
  const { form, event: type, candidate } = option;
  const make = (data: JsonObject | undefined): ProcedureEvent => ({
    type,
    actor: { role: option.roles[0] ?? '' },
    ...(data ? { data } : {}),
    ...(candidate.entry.meta.reason === undefined ? {} : { reason: reasonFor(desk, option) }),
  });
  const own = form === undefined ? undefined : desk.file?.facts[form];
  const others = (form === undefined ? documents.events[type] : documents.forms[form]) ?? [];
  const ranks = candidate.entry.actions.some((action) => action.type === 'rank');
  const order = ranks ? { ranking: ranking(snapshot, scoreOf) } : undefined;
  const tries = [...(own ? [own] : []), ...Array.from({ length: ATTEMPTS }, () => pick(others, desk.random))];
  for (const data of tries) {
    if (data === undefined && form !== undefined) continue;
    const event = make(order ? { ...data, ...order } : data);
    if (takenBy(environment, snapshot, option, event, at) === candidate.entry) return event;
  }
  return make(order ? { ...tries[0], ...order } : tries[0]);
}

function ranking({ context }: Snapshot, scoreOf: AtHand['scoreOf']): readonly InstanceId[] {
  return Object.keys(context.members).sort((a, b) => scoreOf(b) - scoreOf(a) || (a < b ? -1 : 1));
}

function reasonFor({ file }: Desk, { kind }: Option): string {
  const [first] = file?.applicant.fails ?? [];
  return kind === 'reject' && first ? `（模拟）不符合：${first.title}` : '（模拟）';
}
