import type { InstanceId, JsonObject, ProcedureEvent } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { inbox, requests, viewOf } from './inbox.ts';
import { act, openCase, openProcedure, type Procedure } from './procedure.ts';
import { replay } from './replay.ts';
import { environment as plain } from './testing/fixture.ts';
import { environment } from './testing/many.ts';

const START = '2025-09-20T10:00:00+08:00';
const application: JsonObject = { name: '测试人甲', level: 'senior', finish: '2025-12-31' };

function does(
  procedure: Procedure,
  actor: ProcedureEvent['actor'] & object,
  type: string,
  instance: InstanceId = 'case',
  more: Partial<ProcedureEvent> = {},
): Procedure {
  const event = { type, actor, ...more };
  return act(environment, procedure, { instance, event, at: procedure.at });
}
const office = { role: 'office' };

const two = () => openCase(environment, openProcedure(environment, START), 'case:2', 'batch:b');
const ids = (procedure: Procedure, actor: ProcedureEvent['actor'] & object) =>
  inbox(environment, procedure, actor).map(({ instance }) => instance);

describe('inbox', () => {
  it('holds every machine in which the role has something to do, and nothing else', () => {
    const granted = does(does(two(), office, 'GRANT'), office, 'JOIN', 'case:2');
    expect(ids(granted, office).toSorted()).toEqual(['batch', 'batch:b', 'case', 'case/housing', 'case:2']);
    expect(ids(granted, { role: 'applicant' })).toEqual(['case', 'case:2']);
    // Only a table could name the employer, and it is undecided.
    expect(ids(granted, { role: 'employer' })).toEqual([]);
  });

  it('is a body’s own where bodies have batches, and a person’s own once begun', () => {
    const joined = does(two(), office, 'JOIN', 'case:2');
    expect(ids(joined, { ...office, body: 'b' }).toSorted()).toEqual(['batch:b', 'case:2']);
    const begun = does(joined, { role: 'applicant', person: '甲' }, 'SUBMIT', 'case', { data: application });
    expect(ids(begun, { role: 'applicant', person: '甲' })).toEqual(['case', 'case:2']);
    expect(ids(begun, { role: 'applicant', person: '乙' })).toEqual(['case:2']);
  });

  it('says until when, with working days left, the most urgent first', () => {
    const procedure = openProcedure(plain, '2025-09-26T10:00:00+08:00');
    const [item] = inbox(plain, procedure, { role: 'applicant' });
    // 27 September to 8 October: 28, 29 and 30 September are worked, 28 September as a make-up day.
    expect(item).toMatchObject({
      instance: 'case',
      due: { title: '申报截止', at: '2025-10-08T20:00:00+08:00', workdaysLeft: 3 },
      since: '2025-09-26T10:00:00+08:00',
    });
    const all = inbox(plain, procedure, { role: 'office' });
    expect(all.map(({ instance }) => instance)).toEqual(['batch']);
  });
});

describe('requests', () => {
  const kept = () =>
    does(does(two(), office, 'KEEP'), { role: 'applicant' }, 'SUBMIT', 'case', { data: application });

  it('name the amendment that would be opened, the next one where one exists', () => {
    const names = (procedure: Procedure) =>
      requests(environment, procedure, { role: 'applicant' }).map(({ instance }) => instance);
    // In the other case it is not known whether it may be asked for: it is offered as undecided.
    expect(names(kept())).toEqual(['case/replacement', 'case:2/replacement']);
    const asked = does(kept(), { role: 'applicant' }, 'REQUEST', 'case/replacement', { data: application });
    expect(names(asked)).toEqual(['case/replacement:2', 'case:2/replacement']);
  });

  it('any machine has a view', () => {
    const asked = does(kept(), { role: 'applicant' }, 'REQUEST', 'case/replacement', { data: application });
    expect(viewOf(environment, asked, 'case/amendment')).toMatchObject({
      status: 'active',
      title: 'replacement',
    });
    expect(viewOf(environment, asked, 'case/housing')).toBeUndefined();
  });
});

describe('replay', () => {
  it('gives the machines that wrote the log, and refuses a log with its beginning cut off', () => {
    const asked = does(does(two(), office, 'KEEP'), office, 'GRANT');
    expect(replay(environment, asked.log)).toEqual(asked.instances);
    expect(() => replay(environment, asked.log.slice(3))).toThrow('"case" was never opened');
  });
});
