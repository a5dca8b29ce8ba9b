import type { Diagnostic, Json } from '@zhinan/model';
import { expect, test } from 'vitest';
import { load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { editionFiles } from '../testing/edition-files.ts';
import { withWays } from '../ways/with-ways.ts';
import { workflowsAreSound } from './workflows-are-sound.ts';

/** What may go wrong between a batch and its cases in real guidelines: found, with a way through both machines. */
interface Mistake {
  readonly what: string;
  readonly edition: string;
  /** File in the edition. */
  readonly file: string;
  readonly change: (machine: Machine) => void;
  readonly code: string;
  /** Events and dates of the way. */
  readonly way: string;
}

interface State {
  on?: Record<string, Json>;
  after?: Record<string, Json>;
  actions?: Json;
}
interface Machine {
  readonly states: Record<string, State>;
}

const mistakes: readonly Mistake[] = [
  {
    what: 'a case without a deadline, whose body recommends nobody or reports too late',
    edition: 'inner-mongolia-professionals/2023',
    file: 'level-1/workflow/case.json',
    change: ({ states }) => delete states['awaitingReport']?.after,
    code: 'workflow/member-left-waiting',
    way: 'SUBMIT POST 2023-09-23 SEAL DELIBERATE NO_OBJECTION 2023-10-08 REPORT INCLUDE',
  },
  {
    what: 'a summary that comes too late for a case without a deadline',
    edition: 'minority-scitech-training/2019',
    file: 'training/workflow/case.json',
    change: ({ states }) => delete states['summary']?.after,
    code: 'workflow/member-left-waiting',
    way: '2019-02-15 SUBMIT RECOMMEND CHECK PASS 2019-03-21',
  },
  {
    what: 'a body that waits until every case has been recommended, and has no deadline',
    edition: 'inner-mongolia-professionals/2023',
    file: 'level-1/workflow/batch.json',
    change: ({ states }) => {
      const collecting = states['collecting'];
      delete collecting?.after;
      const guard = { type: 'everyMember', params: { in: ['reported'] } };
      const meta = { title: '报送', clause: '五.c', by: 'league-hr' };
      if (collecting?.on)
        collecting.on = {
          ...collecting.on,
          REPORT: { guard, target: '#batch.reported', meta },
          NONE: { guard, target: '#batch.none', meta },
        };
    },
    code: 'workflow/batch-left-waiting',
    way: 'SUBMIT POST 2023-09-23 SEAL DELIBERATE NO_OBJECTION 2023-10-08 INCLUDE WITHDRAW',
  },
];

const wayOf = ({ way }: Diagnostic): string =>
  (way?.steps ?? [])
    .map((step) => ('advanceTo' in step ? step.advanceTo.slice(0, 10) : step.event))
    .join(' ');

test.each(mistakes)('$what', async ({ edition, file, change, code, way }) => {
  const files = await editionFiles(edition);
  const path = `${edition}/${file}`;
  const machine = JSON.parse(files[path] ?? '') as Machine;
  change(machine);
  const source = load({ ...files, [path]: JSON.stringify(machine) }, edition);
  const guideline = source.value && resolve(source.value).value;
  if (!guideline) throw new Error(JSON.stringify(source.diagnostics));
  const unsound = workflowsAreSound(guideline).filter((found) => found.code === code);
  const [found, ...others] = await withWays(unsound, guideline);
  expect(others).toEqual([]);
  expect(found && [found.code, found.way?.stopped, wayOf(found)]).toEqual([code, undefined, way]);
  expect(found?.way?.replays).toBe(true);
});
