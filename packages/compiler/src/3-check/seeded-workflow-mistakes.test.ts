import { runScenario } from '@zhinan/engine';
import type { Diagnostic, FileTree, Way } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { lower } from '../4-lower/lower.ts';
import { environmentsOf } from '../5-rehearse/environments.ts';
import { render } from '../diagnostics/render.ts';
import { editionFiles } from '../testing/edition-files.ts';
import { version } from '../version.ts';
import { withWays } from '../ways/with-ways.ts';
import { workflowsAreSound } from './workflows-are-sound.ts';

/** What an author may get wrong in the procedures of a real guideline: each is found, with the shortest way that shows it. */
const edition = 'xinjiang-craftsman/2025';
const everything = await editionFiles(edition);
/** Scenarios only lend their answers to the ways: they are read once, and not again with each mistake. */
const files: FileTree = Object.fromEntries(
  Object.entries(everything).filter(([path]) => !path.includes('/scenarios/')),
);
const source = load(everything, edition);
const sound = source.value && resolve(source.value).value;
if (!sound) throw new Error('the edition as it is does not resolve');
const contract = await lower(sound, version);
const environment = environmentsOf(contract).get('craftsman');
if (!environment) throw new Error('the edition has no such programme');

interface Mistake {
  readonly what: string;
  /** File in `workflow/`; default `case`. */
  readonly machine?: string;
  /** The first place of `from` behind `after` (or the beginning) is replaced by `to`. */
  readonly after?: string;
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
  /** Events and dates of the way of the first finding; empty = it shows at once, or nothing leads there. */
  readonly way: string;
  /** Why one of the ways does not arrive; nothing said = every way is replayed to its end. */
  readonly stopped?: NonNullable<Way['stopped']>['because'];
}

const mistakes: readonly Mistake[] = [
  {
    what: 'a block leads to a state that is not there',
    from: '"next": "personRegistration"',
    to: '"next": "personRegistraton"',
    codes: ['workflow/unknown-target'],
    way: '',
  },
  {
    what: 'a wait that is not declared',
    after: '"unitRegistration": {',
    from: '"delay": "personalDeadline"',
    to: '"delay": "personalDeadlin"',
    codes: ['workflow/undeclared-delay'],
    way: '',
  },
  {
    what: 'an instant that the guideline does not have',
    from: '"instant": "employerDeadline"\n    },\n    "departmentDeadline"',
    to: '"instant": "employersDeadline"\n    },\n    "departmentDeadline"',
    codes: ['workflow/unknown-instant'],
    way: '',
  },
  {
    what: 'a role that the guideline does not have',
    after: '"unitReview": {',
    from: '"role": "employer"',
    to: '"role": "employr"',
    codes: ['reference/unknown-role'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT',
  },
  {
    what: 'a role under by that the guideline does not have',
    after: '"WITHDRAW"',
    from: '"by": "applicant"',
    to: '"by": "aplicant"',
    codes: ['reference/unknown-role'],
    way: '',
  },
  {
    what: 'a form that the programme does not have',
    after: '"xpccSummary": {',
    from: '"form": "xpcc-summary"',
    to: '"form": "xpcc-sumary"',
    codes: ['reference/unknown-form'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND',
  },
  {
    what: 'a document that the programme does not have',
    after: '"officeSummary": {',
    from: '"document": "summary-sheet"',
    to: '"document": "summary-sheets"',
    codes: ['workflow/unknown-document'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND SUBMIT PASS SCORE SUGGEST REGION_AGREE XPCC_AGREE PUBLISH 2025-10-18',
  },
  {
    what: 'an option that the field does not have',
    after: '"routing": {',
    from: '"in": ["中央驻疆"]',
    to: '"in": ["中央在疆"]',
    codes: ['workflow/impossible-answer'],
    way: '',
  },
  {
    what: 'a mark that nobody sets',
    after: '"WITHDRAW"',
    from: '"key": "selected"',
    to: '"key": "selectd"',
    codes: ['workflow/unwritten-key'],
    way: '',
  },
  {
    what: 'a mark that is never of this value',
    after: '"WITHDRAW"',
    from: '"in": [true]',
    to: '"in": ["yes"]',
    codes: ['workflow/unwritten-value'],
    way: '',
  },
  {
    what: 'a message that the other machine does not hear',
    after: '"prefecture": {',
    from: '"event": "MEMBER_RECOMMENDED"',
    to: '"event": "MEMBER_RECOMENDED"',
    codes: ['workflow/unheard-message'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL',
  },
  {
    what: 'a message that the other machine does not send',
    after: '"submission": {',
    from: '"BATCH_SUBMITTED": [',
    to: '"BATCH_SENT": [',
    codes: ['workflow/unsent-message', 'workflow/unsent-message'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND',
  },
  {
    what: 'a message to a machine that is not there',
    after: '"supported",',
    from: '"to": "entitlement",\n              "event": "STOP"',
    to: '"to": "entitlement",\n              "machine": "suport",\n              "event": "STOP"',
    codes: ['workflow/unknown-machine', 'workflow/unsent-message'],
    way: '',
  },
  {
    what: 'nothing leads to a review',
    from: '"next": "screening"',
    to: '"next": "employerNotice"',
    codes: ['workflow/unreachable-state'],
    way: '',
  },
  {
    what: 'a way on without anybody who may take it',
    after: '"officeSummary": {',
    from: '"role": "office",\n',
    to: '',
    codes: ['workflow/nobody-can-act'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND SUBMIT PASS SCORE SUGGEST REGION_AGREE XPCC_AGREE PUBLISH 2025-10-18',
  },
  {
    what: 'the last way of a choice has a condition',
    after: '"choosing": {',
    from: '{\n              "target": "#case.expertReview.general",',
    to: '{\n              "guard": { "type": "eligible" },\n              "target": "#case.expertReview.general",',
    codes: ['workflow/dead-state', 'workflow/no-default'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND SUBMIT',
    stopped: 'cut',
  },
  {
    what: 'a way behind one without a condition',
    after: '"submission": {',
    from: '"guard": {\n                  "type": "before",\n                  "params": {\n                    "instant": "departmentDeadline"\n                  }\n                },\n                "target"',
    to: '"target"',
    codes: ['workflow/shadowed-transition'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND',
  },
  {
    what: 'a state without a way on',
    after: '"officeSummary": {',
    from: '"COLLATE": {\n          "target": "#case.leadingGroup",',
    to: '"COLLATE": {',
    codes: ['workflow/unreachable-state', 'workflow/dead-state'],
    way: '',
  },
  {
    what: 'a way that leads back for ever',
    after: '"officeSummary": {',
    from: '"target": "#case.leadingGroup"',
    to: '"target": "#case.noticePreparation"',
    codes: ['workflow/unreachable-state'],
    way: '',
  },
  {
    what: 'a guarded way that begins again by itself',
    after: '"expertReview": {',
    from: '"target": "#case.expertReview.general"',
    to: '"target": "#case.routing"',
    codes: ['workflow/unreachable-state'],
    way: '',
  },
  {
    what: 'the first state misspelt',
    from: '"initial": "unitRegistration"',
    to: '"initial": "unitRegistraton"',
    codes: ['workflow/unknown-initial'],
    way: '',
  },
  {
    what: 'the first part misspelt',
    from: '"initial": "prefecture"',
    to: '"initial": "prefectures"',
    codes: ['workflow/unknown-initial'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL',
  },
  {
    what: 'an end without a meaning for the applicant',
    from: ',\n        "outcome": "withdrawn"',
    to: '',
    codes: ['workflow/outcome-missing'],
    way: 'WITHDRAW',
  },
  {
    what: 'a wait that nobody uses',
    from: '"delays": {',
    to: '"delays": {\n    "spare": { "title": "备用", "clause": "三.0", "days": 3 },',
    codes: ['workflow/unused-delay'],
    way: '',
  },
  {
    what: 'a working-day wait that the calendar does not reach',
    from: '"workdays": 3,',
    to: '"workdays": 3000,',
    codes: ['workflow/calendar-unknown'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS',
  },
  {
    what: 'a public notice that no longer fits before the deadline',
    from: '"workdays": 3,',
    to: '"workdays": 12,',
    codes: ['workflow/notice-gap'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS',
  },
  {
    what: 'a reading without a value for counting days',
    after: '"preDecisionNotice": {',
    from: '"postingDayCounts": "notice-days"',
    to: '"postingDayCounts": "notice-scope"',
    codes: ['workflow/reading-without-value', 'workflow/reading-without-value'],
    way: '',
  },
  {
    what: 'a form required by a step that lets nobody write it',
    after: '"leadingGroup": {',
    from: '"form": "leading-group"\n',
    to: '"form": "leading-group",\n        "fields": { "readonly": ["*"] }\n',
    codes: ['workflow/required-field-locked'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND SUBMIT PASS SCORE SUGGEST REGION_AGREE XPCC_AGREE PUBLISH 2025-10-18 COLLATE',
  },
  {
    what: 'answers of an event that asks for no form',
    after: '"leadingGroup": {',
    from: '"clause": "三(五).c",\n            "form": "leading-group"',
    to: '"clause": "三(五).c"',
    codes: ['workflow/data-not-asked'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT APPROVE SIGN_PLEDGE PASS 2025-10-12 SEAL RECOMMEND SUBMIT PASS SCORE SUGGEST REGION_AGREE XPCC_AGREE PUBLISH 2025-10-18 COLLATE',
  },
  {
    what: 'an entitlement that nobody opens',
    machine: 'support',
    from: '"from": "case"',
    to: '"from": "round"',
    codes: ['workflow/unsent-message'],
    way: '',
  },
  {
    what: 'a batch without an end',
    machine: 'batch',
    after: '"signed": {',
    from: '"target": "#batch.submitted"',
    to: '"target": "#batch.ranked"',
    codes: ['workflow/unreachable-state'],
    way: '',
  },
  {
    what: 'a batch that waits for a status no case has',
    machine: 'batch',
    after: '"ranked": {',
    from: '"SIGN": {',
    to: '"SIGN": {\n          "guard": { "type": "everyMember", "params": { "in": ["recomended"] } },',
    codes: ['workflow/unknown-status'],
    way: 'RANK',
  },
  {
    what: 'a request nobody may make',
    machine: 'transfer',
    from: '"role": ["applicant", "employer"],\n',
    to: '',
    codes: ['workflow/nobody-can-act'],
    way: '',
  },
  {
    what: 'a refusal that leads nowhere',
    machine: 'transfer',
    after: '"relay": {',
    from: '"to": "refused"',
    to: '"to": "refuse"',
    codes: ['workflow/unknown-target'],
    way: '',
    stopped: 'cut',
  },
  {
    what: 'a review that returns to a state that is not there',
    after: '"unitReview": {',
    from: '"to": "drafting"',
    to: '"to": "draftin"',
    codes: ['workflow/unknown-target'],
    way: 'REGISTER_UNIT REGISTER SIGN_PLEDGE SUBMIT',
  },
];

/** A text with one mistake in it. */
function spoilt(text: string, { after, from, to }: Mistake): string {
  const begin = after === undefined ? 0 : text.indexOf(after);
  const at = text.indexOf(from, begin);
  if (begin < 0 || at < 0) throw new Error(`the definition has no ${begin < 0 ? after : from}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

async function findings(tree: FileTree): Promise<readonly Diagnostic[]> {
  const source = load(tree, edition);
  const guideline = source.value ? resolve(source.value) : undefined;
  const found = [...source.diagnostics, ...(guideline?.diagnostics ?? [])].filter(isSerious);
  if (!guideline?.value || !sound) return found;
  const unsound = workflowsAreSound(guideline.value).filter(isSerious);
  return [...found, ...(await withWays(unsound, { ...guideline.value, scenarios: sound.scenarios }))];
}

function isSerious({ severity }: Diagnostic): boolean {
  return severity !== 'info';
}

/** Whether the playground, which has the last build without mistakes, takes every step of a way. */
function replaysInPlayground({ steps }: Way): boolean {
  if (!environment) return false;
  const { mismatches } = runScenario(environment, {
    title: '',
    program: 'craftsman',
    clauses: [],
    facts: {},
    expect: {},
    steps,
  });
  return mismatches.length === 0;
}

const wayOf = ({ way }: Diagnostic): string =>
  (way?.steps ?? [])
    .map((step) => ('advanceTo' in step ? step.advanceTo.slice(0, 10) : step.event))
    .join(' ');

test('the procedures as they are have no findings', async () => {
  expect(await findings(files)).toEqual([]);
});

describe('each mistake is found', () => {
  test.each(mistakes)('$what', async (mistake) => {
    const path = `${edition}/craftsman/workflow/${mistake.machine ?? 'case'}.json`;
    const found = await findings({ ...files, [path]: spoilt(files[path] ?? '', mistake) });
    expect(found.map(({ code }) => code)).toEqual(mistake.codes);
    expect(found.map(wayOf)[0]).toBe(mistake.way);
    for (const { way } of found) {
      if (!way) continue;
      expect([undefined, mistake.stopped]).toContain(way.stopped?.because);
      expect(way.replays).toBe(!way.stopped);
      expect(replaysInPlayground(way)).toBe(true);
    }
    for (const one of found)
      for (const language of ['zh-CN', 'en'] as const)
        expect(render(one, language).message).not.toMatch(/undefined|\[object|NaN/);
  });
});
