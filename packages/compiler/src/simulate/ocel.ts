import type { Contract, InstanceId } from '@zhinan/model';
import { caseOf, pseudonymOf, type EventLog, type LoggedEvent } from './event-log.ts';

interface Attribute {
  readonly name: string;
  readonly value: string;
}
interface Relationship {
  readonly objectId: string;
  readonly qualifier: string;
}

const text = (name: string) => ({ name, type: 'string' });

/**
 * The log as OCEL 2.0 JSON, in pieces that are written one after the other. Objects: round, batches, cases, entitlements,
 * amendments, bodies (roles) and applicants by pseudonym; where a case stands is an attribute that changes in time. Values
 * are written as texts, as the published schema asks.
 */
export function* ocelChunks(log: EventLog, contract: Contract): Generator<string> {
  const roles = new Set(log.events.flatMap(({ role }) => role ?? []));
  const kinds = [...new Set(log.machines.values())];
  const types = new Map(log.events.map((each) => [typeOf(each), each]));
  const states = new Map<InstanceId, { readonly time: string; readonly value: string }[]>();
  for (const { instance, at: time, state: value } of log.events) {
    const known = states.get(instance);
    if (!known) states.set(instance, [{ time, value }]);
    else if (known.at(-1)?.value !== value) known.push({ time, value });
  }

  yield '{"objectTypes":';
  yield JSON.stringify([
    ...kinds.map((name) => ({ name, attributes: [text('state')] })),
    { name: 'body', attributes: [text('title'), text('kind')] },
    { name: 'applicant', attributes: [] },
  ]);
  yield ',\n"eventTypes":';
  const attributes = [text('title'), text('clause'), text('state'), { name: 'paid', type: 'float' }];
  yield JSON.stringify([...types.keys()].map((name) => ({ name, attributes })));
  yield ',\n"objects":[';
  let first = true;
  const item = (value: object): string => {
    const piece = `${first ? '\n' : ',\n'}${JSON.stringify(value)}`;
    first = false;
    return piece;
  };
  const since = log.events[0]?.at ?? '1970-01-01T00:00:00Z';
  for (const role of roles) {
    const { title = role, kind = 'body' } = contract.roles[role] ?? {};
    yield item({
      id: `body:${role}`,
      type: 'body',
      attributes: [
        { name: 'title', value: title, time: since },
        { name: 'kind', value: kind, time: since },
      ],
      relationships: [],
    });
  }
  for (const [id, type] of log.machines) {
    yield item({
      id,
      type,
      attributes: (states.get(id) ?? []).map((state) => ({ name: 'state', ...state })),
      relationships: partsOf(log, id),
    });
    if (type === 'case')
      yield item({ id: pseudonymOf(id), type: 'applicant', attributes: [], relationships: [] });
  }
  yield '],\n"events":[';
  first = true;
  for (const [position, event] of log.events.entries()) {
    yield item({
      id: `e${position + 1}`,
      type: typeOf(event),
      time: event.at,
      attributes: attributesOf(event),
      relationships: relationsOf(event, log),
    });
  }
  yield ']}\n';
}

const typeOf = ({ machine, event }: LoggedEvent): string => `${machine} ${event}`;

function attributesOf({ title, clause, state, paid }: LoggedEvent): readonly Attribute[] {
  return [
    { name: 'title', value: title },
    { name: 'clause', value: clause },
    { name: 'state', value: state },
    ...(paid === undefined ? [] : [{ name: 'paid', value: String(paid) }]),
  ];
}

function relationsOf(
  { instance, role, tells }: LoggedEvent,
  { machines }: EventLog,
): readonly Relationship[] {
  const of = caseOf(instance);
  return [
    { objectId: instance, qualifier: 'on' },
    ...(of === undefined || of === instance ? [] : [{ objectId: of, qualifier: 'of' }]),
    ...(of === undefined ? [] : [{ objectId: pseudonymOf(of), qualifier: 'for' }]),
    ...(role === undefined ? [] : [{ objectId: `body:${role}`, qualifier: 'by' }]),
    ...tells.filter((id) => machines.has(id)).map((objectId) => ({ objectId, qualifier: 'tells' })),
  ];
}

function partsOf({ machines, batchOf }: EventLog, id: InstanceId): readonly Relationship[] {
  const type = machines.get(id);
  const of = caseOf(id);
  const batch = batchOf.get(id);
  return [
    ...(of === undefined || of === id ? [] : [{ objectId: of, qualifier: 'of' }]),
    ...(type === 'case' ? [{ objectId: pseudonymOf(id), qualifier: 'by' }] : []),
    ...(batch !== undefined && machines.has(batch) ? [{ objectId: batch, qualifier: 'in' }] : []),
    ...(type === 'batch' && machines.has('round') ? [{ objectId: 'round', qualifier: 'in' }] : []),
  ];
}
