import { escapeHtml } from '@zhinan/documents';
import type { Contract, InstanceId } from '@zhinan/model';
import { caseOf, pseudonymOf, type EventLog, type LoggedEvent } from './event-log.ts';

const string = (key: string, value: string): string => `<string key="${key}" value="${escapeHtml(value)}"/>`;
const date = (key: string, value: string): string => `<date key="${key}" value="${value}"/>`;

/** The log as XES (IEEE 1849-2016): one trace per case, its entitlements and amendments included; lists are left out. */
export function* xesChunks(log: EventLog, contract: Contract, program: string): Generator<string> {
  const traces = new Map<InstanceId, LoggedEvent[]>();
  for (const event of log.events) {
    const of = caseOf(event.instance);
    if (of === undefined) continue;
    const trace = traces.get(of);
    if (trace) trace.push(event);
    else traces.set(of, [event]);
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<global scope="trace">${string('concept:name', 'case')}</global>
<global scope="event">${string('concept:name', 'event')}${string('lifecycle:transition', 'complete')}${date('time:timestamp', '1970-01-01T00:00:00+00:00')}</global>
<classifier name="Activity" keys="concept:name"/>
${string('concept:name', `${contract.id}/${program}`)}
${string('lifecycle:model', 'standard')}
`;
  for (const [id, events] of traces) {
    yield `<trace>\n${string('concept:name', id)}${string('applicant', pseudonymOf(id))}\n`;
    for (const event of events) yield `${eventElement(event)}\n`;
    yield '</trace>\n';
  }
  yield '</log>\n';
}

function eventElement({ machine, event, title, clause, role, at, paid }: LoggedEvent): string {
  const parts = [
    string('concept:name', `${machine} ${event}`),
    string('lifecycle:transition', 'complete'),
    date('time:timestamp', at),
    ...(role === undefined ? [] : [string('org:role', role)]),
    string('title', title),
    ...(clause === '' ? [] : [string('clause', clause)]),
    ...(paid === undefined ? [] : [`<float key="paid" value="${paid}"/>`]),
  ];
  return `<event>${parts.join('')}</event>`;
}
