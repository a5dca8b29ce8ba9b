import type { Diagnostic, GuidelineFile } from '@zhinan/model';
import { compile, render } from '@zhinan/compiler';
import { describe, expect, test } from 'vitest';
import { editionFiles } from '../packages/compiler/src/testing/edition-files.ts';

const edition = 'xinjiang-craftsman/2025';
const path = `${edition}/craftsman/rules.json`;
const files = await editionFiles(edition);
/** The rules with each chosen reading's value written in its place, so that a mistake can be made in any of them. */
const correct = (files[path] ?? '').replaceAll(
  /\{\s*"interpretation": "([^"]+)"(?:,\s*"part": "([^"]+)")?\s*\}/g,
  (_, id: string, part: string | undefined) => JSON.stringify(readingOf(id, part)),
);

function readingOf(id: string, part: string | undefined): unknown {
  const { interpretations } = JSON.parse(files[`${edition}/guideline.json`] ?? '') as GuidelineFile;
  const interpretation = interpretations?.[id];
  const value = interpretation?.readings[interpretation.chosen]?.value;
  return part === undefined ? value : (value as Readonly<Record<string, unknown>>)[part];
}

interface Mistake {
  /** What the author did wrong. */
  readonly what: string;
  /** The text as it should be, and as it was written by mistake. */
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** The text the finding points at. */
  readonly at: string;
}

const south = 'workPlace in 南疆五地州 or workPlace in 兵团南疆师市';
const secondment = `"id": "secondment",
      "title": "不是援派或挂职人员",
      "clause": "六(二).c",
      "strength": "must",
      "require": "secondment = \\"无\\""`;

const mistakes: readonly Mistake[] = [
  {
    what: 'a field misspelt',
    from: 'skillLevel >= 最低等级',
    to: 'skilLevel >= 最低等级',
    code: 'rules/unknown-field',
    at: 'skilLevel',
  },
  {
    what: 'a field of a row misspelt',
    from: 'a.currentLevel < a.targetLevel',
    to: 'a.currentLevle < a.targetLevel',
    code: 'rules/unknown-field',
    at: 'currentLevle',
  },
  {
    what: 'a field of another form without its form',
    from: 'recommendation.hasTalentSystem = true',
    to: 'hasTalentSystem = true',
    code: 'rules/unknown-field',
    at: 'hasTalentSystem',
  },
  {
    what: 'an option misspelt',
    from: 'staffStatus != \\"公务员\\"',
    to: 'staffStatus != \\"公务人员\\"',
    code: 'rules/unknown-option',
    at: '\\"公务人员\\"',
  },
  {
    what: 'an option of a relaxation misspelt',
    from: '"最低等级": "技师"',
    to: '"最低等级": "技士"',
    code: 'rules/unknown-option',
    at: '"技士"',
  },
  {
    what: 'a date held against a number',
    from: 'years(workingInRegionSince, 基准日) >= 1',
    to: 'workingInRegionSince >= 1',
    code: 'rules/type-mismatch',
    at: '1',
  },
  {
    what: 'a list held against a number',
    from: 'count(strengths) >= 1',
    to: 'strengths >= 1',
    code: 'rules/type-mismatch',
    at: 'strengths',
  },
  {
    what: 'no reference date',
    from: '"reference": "personalDeadline",\n      "interpretation": "year-reference"',
    to: '"interpretation": "year-reference"',
    code: 'rules/missing-reference',
    at: '基准日',
  },
  {
    what: 'a reference nobody declared',
    from: '"reference": "personalDeadline",\n      "interpretation": "year-reference"',
    to: '"reference": "personalDeadlin",\n      "interpretation": "year-reference"',
    code: 'rules/unknown-reference',
    at: '"personalDeadlin"',
  },
  {
    what: 'codes without rank compared by size',
    from: 'registeredPlace in 疆内',
    to: 'registeredPlace >= \\"650100\\"',
    code: 'rules/not-ordered',
    at: 'registeredPlace >= \\"650100\\"',
  },
  {
    what: 'a set misspelt',
    from: 'registeredPlace in 疆内',
    to: 'registeredPlace in 疆里',
    code: 'rules/unknown-set',
    at: '疆里',
  },
  {
    what: 'a function that does not exist',
    from: 'count(strengths) >= 1',
    to: 'size(strengths) >= 1',
    code: 'rules/unknown-function',
    at: 'size',
  },
  {
    what: 'division by how many there may be none of',
    from: 'share(count(apprentices[isStudent = false and targetLevel >= \\"技师\\"]), count(apprentices[isStudent = false]), 1) >= 0.3',
    to: 'count(apprentices[targetLevel >= \\"技师\\"]) / count(apprentices[isStudent = false]) >= 0.3',
    code: 'rules/division-by-zero-possible',
    at: 'count(apprentices[isStudent = false])',
  },
  {
    what: 'a bracket not closed',
    from: 'count(strengths) >= 1',
    to: 'count(strengths >= 1',
    code: 'rules/syntax',
    at: '1',
  },
  {
    what: 'full-width brackets',
    from: 'count(strengths) >= 1',
    to: 'count（strengths） >= 1',
    code: 'rules/unknown-field',
    at: 'count（strengths）',
  },
  {
    what: 'an id used twice',
    from: '"id": "truth"',
    to: '"id": "credit"',
    code: 'rules/duplicate-id',
    at: '"credit"',
  },
  {
    what: 'a relaxation turned round',
    from: '"最低等级": "技师"',
    to: '"最低等级": "首席技师"',
    code: 'rules/relax-stricter',
    at: '"首席技师"',
  },
  {
    what: 'a relaxation to the default',
    from: '"最低等级": "技师"',
    to: '"最低等级": "高级技师"',
    code: 'analysis/relaxation-without-effect',
    at: `"${south}"`,
  },
  {
    what: 'and for or in a relaxation: no place is in both',
    from: south,
    to: south.replace(' or ', ' and '),
    code: 'analysis/condition-never-holds',
    at: south.replace(' or ', ' and '),
  },
  {
    what: 'the value written out, the parameter forgotten',
    from: 'skillLevel >= 最低等级',
    to: 'skillLevel >= \\"高级技师\\"',
    code: 'analysis/declared-but-unused',
    at: '"最低等级"',
  },
  {
    what: '“not A or not B” for “neither A nor B”',
    from: 'staffStatus != \\"公务员\\" and staffStatus',
    to: 'staffStatus != \\"公务员\\" or staffStatus',
    code: 'analysis/never-fails',
    at: '"staffStatus != \\"公务员\\" or staffStatus != \\"参照公务员法管理人员\\""',
  },
  {
    what: '>= for >: nothing is enough',
    from: 'recommendation.matchingFund > 0',
    to: 'recommendation.matchingFund >= 0',
    code: 'analysis/condition-always-holds',
    at: 'recommendation.matchingFund >= 0',
  },
  {
    what: 'one 0 too many: more apprentices than the form takes',
    from: 'targetLevel >= \\"高级工\\"]) >= 5',
    to: 'targetLevel >= \\"高级工\\"]) >= 50',
    code: 'analysis/never-passes',
    at: '"count(apprentices[targetLevel >= \\"高级工\\"]) >= 50"',
  },
  {
    what: 'a percentage without its decimal point',
    from: ', 1) >= 0.3',
    to: ', 1) >= 30',
    code: 'analysis/never-passes',
    at: '"share(count(apprentices[isStudent = false and targetLevel >= \\"技师\\"]), count(apprentices[isStudent = false]), 1) >= 30"',
  },
  {
    what: 'first and last day swapped',
    from: 'a.targetDate >= 基准日 + years(1) and a.targetDate <= 基准日 + years(3)',
    to: 'a.targetDate >= 基准日 + years(3) and a.targetDate <= 基准日 + years(1)',
    code: 'analysis/condition-never-holds',
    at: 'a.targetLevel >= \\"高级工\\" and a.targetDate >= 基准日 + years(3) and a.targetDate <= 基准日 + years(1)',
  },
  {
    what: 'a comparison turned round against another rule',
    from: 'targetLevel >= \\"高级工\\"]) >= 5',
    to: 'targetLevel < \\"高级工\\"]) >= 5',
    code: 'analysis/contradiction',
    at: '"every a in apprentices satisfies a.targetLevel >= \\"高级工\\" and a.targetDate >= 基准日 + years(1) and a.targetDate <= 基准日 + years(3)"',
  },
  {
    what: 'a batch the form cannot take',
    from: 'batch <= 3',
    to: 'batch >= 30',
    code: 'analysis/condition-never-holds',
    at: 'batch >= 30',
  },
  {
    what: 'a rule copied and not changed',
    from: secondment,
    to: '"id": "secondment",\n      "title": "不是援派或挂职人员",\n      "clause": "六(二).c",\n      "strength": "must",\n      "require": "onPost"',
    code: 'analysis/same-rule',
    at: '"onPost"',
  },
  {
    what: 'a rule that another includes',
    from: secondment,
    to: '"id": "secondment",\n      "title": "不是援派或挂职人员",\n      "clause": "六(二).c",\n      "strength": "must",\n      "require": "count(apprentices) >= 3"',
    code: 'analysis/rule-follows-from-another',
    at: '"count(apprentices) >= 3"',
  },
  {
    what: 'a reference date that the expression forgets',
    from: 'supportUntil >= 基准日',
    to: 'supportUntil >= date(\\"2025-10-08\\")',
    code: 'analysis/reference-unused',
    at: '"personalDeadline"',
  },
  {
    what: 'a cap with a 0 too many',
    from: '"cap": 200000,\n      "interpretation": "advance",\n      "value": "5000 * count(apprentices',
    to: '"cap": 2000000,\n      "interpretation": "advance",\n      "value": "5000 * count(apprentices',
    code: 'analysis/cap-never-reached',
    at: '2000000',
  },
  {
    what: 'a cap in 万元',
    from: '"cap": 200000,\n      "interpretation": "advance",\n      "value": "5000 * count(evaluation',
    to: '"cap": 20,\n      "interpretation": "advance",\n      "value": "5000 * count(evaluation',
    code: 'analysis/cap-always-reached',
    at: '20',
  },
  {
    what: 'cap and floor swapped',
    from: '"cap": 200000,\n      "interpretation": "advance",\n      "value": "5000 * count(evaluation',
    to: '"floor": 200000,\n      "cap": 50000,\n      "interpretation": "advance",\n      "value": "5000 * count(evaluation',
    code: 'analysis/floor-above-cap',
    at: '200000',
  },
  {
    what: 'minus for plus in an amount',
    from: '1500 * count(apprentices[targetLevel = \\"高级工\\"]) + 4500',
    to: '1500 * count(apprentices[targetLevel = \\"高级工\\"]) - 4500',
    code: 'analysis/amount-negative',
    at: '"1500 * count(apprentices[targetLevel = \\"高级工\\"]) - 4500 * count(apprentices[targetLevel = \\"技师\\"]) + 9000 * count(apprentices[targetLevel >= \\"高级技师\\"])"',
  },
  {
    what: 'a rate of nothing',
    from: '"1500 * count(apprentices[targetLevel = \\"高级工\\"]) + 4500 * count(apprentices[targetLevel = \\"技师\\"]) + 9000 *',
    to: '"0 *',
    code: 'analysis/amount-always-zero',
    at: '"0 * count(apprentices[targetLevel >= \\"高级技师\\"])"',
  },
  {
    what: 'a filter that asks for two levels at once',
    from: '15000 * count(apprentices[targetLevel = \\"技师\\"])',
    to: '15000 * count(apprentices[targetLevel = \\"技师\\" and targetLevel = \\"高级工\\"])',
    code: 'analysis/condition-never-holds',
    at: 'targetLevel = \\"技师\\" and targetLevel = \\"高级工\\"',
  },
  {
    what: 'min and max of a quota swapped',
    from: '"title": "总人数",\n      "clause": "三(四).c",\n      "max": null',
    to: '"title": "总人数",\n      "clause": "三(四).c",\n      "min": 60,\n      "max": 50',
    code: 'analysis/quota-impossible',
    at: '60',
  },
  {
    what: 'a year counted in days beside a year counted in years',
    from: '"require": "onPost = true"',
    to: '"reference": "personalDeadline",\n      "require": "onPost = true and days(workingInRegionSince, 基准日) >= 360"',
    code: 'analysis/wordings-differ',
    at: 'days(workingInRegionSince, 基准日) >= 360',
  },
];

const findings = async (rules: string) =>
  (await compile({ ...files, [path]: rules }, edition, { until: 'check' })).diagnostics.filter(
    ({ place }) => place.file === path,
  );

const pointedAt = ({ place: { range } }: Diagnostic, rules: string) =>
  range ? rules.slice(range.start.offset, range.end.offset) : '';

test('the definition as it is has no findings', async () => {
  expect((await findings(correct)).filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe('each mistake is found where it was made', () => {
  test.each(mistakes)('$what', async ({ from, to, code, at }) => {
    expect(correct.split(from).length).toBeGreaterThan(1);
    const rules = correct.replace(from, () => to);
    const found = await findings(rules);
    expect(found.map((one) => `${one.code} ${pointedAt(one, rules)}`)).toEqual([`${code} ${at}`]);
    for (const one of found) {
      for (const language of ['zh-CN', 'en'] as const)
        expect(render(one, language).message).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
