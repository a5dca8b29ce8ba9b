import { checkResidentId } from '@zhinan/engine';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { settledGuideline } from '../1-load/chosen-readings.ts';
import { calendarNotes } from './calendar-notes.ts';
import { checklistOf } from './checklist.ts';
import { checklistText } from './checklist-text.ts';
import { titledAs } from './edition-name.ts';
import { newEdition } from './new-edition.ts';
import { shifted, shiftOf, shiftWords } from './shift.ts';
import { edited, smallEdition as small, smallId } from './small-edition.fixture.ts';

const year = { unit: 'months', by: 12 } as const;
const rules = `${smallId}/scholar/rules.json`;

describe('the rule for dates', () => {
  it('comes from the names of the editions, or is stated', () => {
    expect(shiftOf(undefined, '2025', '2026')).toEqual(year);
    expect(shiftOf(undefined, '2023-2', '2026')).toEqual({ unit: 'months', by: 36 });
    expect(shiftOf('P10D', '2025', '2026')).toEqual({ unit: 'days', by: 10 });
    expect(shiftOf('P2W', '2025', '2026')).toEqual({ unit: 'days', by: 14 });
    expect([shiftOf(undefined, 'spring', 'autumn'), shiftOf('soon', '2025', '2026')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('keeps the day of the week when asked', () => {
    const weeks = shiftOf('same-weekday', '2025', '2026');
    expect(weeks).toEqual({ unit: 'days', by: 364 });
    expect(weeks && shifted('2025-10-08T20:00:00+08:00', weeks)).toBe('2026-10-07T20:00:00+08:00');
    expect(weeks && shiftWords(weeks)).toBe('推后 364 天（整 52 周，星期几不变）');
  });

  it('falls to the last of February, and leaves alone what is no date', () => {
    expect(shifted('2024-02-29', year)).toBe('2025-02-28');
    for (const text of ['2025-02-30', '2025', 'RC-2025-0001', '2025-10-08 20:00'])
      expect(shifted(text, year)).toBe(text);
  });
});

it('the name of an edition is replaced where it stands alone', () => {
  expect(titledAs('新疆工匠 2025', '2025', '2026')).toBe('新疆工匠 2026');
  expect(titledAs('指南（2025年度）', '2025', '2026')).toBe('指南（2026年度）');
  for (const title of ['新人才〔2025〕5号', '截止2025年10月8日', '12025', '2025-10-08'])
    expect(titledAs(title, '2025', '2026')).toBe(title);
});

describe('a new edition', () => {
  it('of the small definition can be compiled, with every moment a year later', async () => {
    const { files, edits } = newEdition(small, smallId, '2027', year);
    const { diagnostics } = await compile({ ...small, ...files }, 'young-talent/2027', { until: 'check' });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(edits.filter(({ file }) => file.endsWith('guideline.json')).map(({ after }) => after)).toEqual([
      '青年英才 2027',
      '2027-06-30T18:00:00+08:00',
    ]);
    expect(edits.find(({ kind }) => kind === 'year')).toMatchObject({ before: '2026', after: '2027' });
  });

  it('moves dates inside expressions and nothing else of them', () => {
    const dated = edited(
      small,
      rules,
      (json) => void (json.rules[1].require = 'born >= date("1986-07-01") and rank = "2026-01-01"'),
    );
    const { files } = newEdition(dated, smallId, '2027', year);
    expect(files['young-talent/2027/scholar/rules.json']).toContain(
      String.raw`born >= date(\"1987-07-01\") and rank = \"2026-01-01\"`,
    );
  });

  it('keeps a made-up identity number in step with the birth date beside it', () => {
    const path = `${smallId}/scenarios/accepted-after-notice.json`;
    const withId = edited(
      small,
      path,
      (json) => void Object.assign(json.facts.application, { born: '1980-03-15', id: '650103198003150111' }),
    );
    const text =
      newEdition(withId, smallId, '2027', year).files[
        'young-talent/2027/scenarios/accepted-after-notice.json'
      ] ?? '{}';
    const { born, id } = JSON.parse(text).facts.application as { born: string; id: string };
    expect([born, id.slice(0, 17)]).toEqual(['1981-03-15', '65010319810315011']);
    expect(checkResidentId(id)).toEqual(checkResidentId('650103198003150111'));
  });

  it('lists what must be confirmed, each with its place', () => {
    const made = newEdition(small, smallId, '2027', year);
    const items = checklistOf(made, small);
    const shown = items.map(
      ({ heading, title, before, after = '' }) => `${heading} ${title} ${before}→${after}`,
    );
    expect(shown).toEqual(
      expect.arrayContaining([
        'instant 申报截止 2026-06-30T18:00:00+08:00→2027-06-30T18:00:00+08:00',
        'amount 奖励 · 最高额 30000→',
        'number 年龄 age(born, 基准日) <= 40→',
        'delay 公示 · 工作日 3→',
        'limit 成果 · 最多几项 10→',
        'interpretation 公示当日是否计入公示期？ 次日起算→',
        'codes 职称等级 截至 2026-01-01，来源：样例→',
      ]),
    );
    for (const { file, line } of items)
      expect((made.files[file] ?? small[file] ?? '').split('\n').length).toBeGreaterThanOrEqual(line);
    const text = checklistText(items, '样例', '推后 1 年');
    expect(text).toContain(
      '- [ ] 申报截止〔二〕：2026-06-30T18:00:00+08:00 → 2027-06-30T18:00:00+08:00  `definitions/young-talent/2027/guideline.json:7`',
    );
    expect(text).not.toContain('TODO');
  });
});

it('a calendar not yet announced is named, and so is a regional one we lack', () => {
  const at = (text: string) => ({ close: { title: '截止', at: text, clause: '二' } });
  expect(calendarNotes({ instants: at('2025-06-30T18:00:00+08:00'), calendarRegion: 'xinjiang' })).toEqual(
    [],
  );
  expect(calendarNotes({ instants: at('2027-06-30T18:00:00+08:00') })[0]).toContain(
    '2027 年的放假和调休安排还没有公布',
  );
  expect(
    calendarNotes({ instants: at('2026-06-30T18:00:00+08:00'), calendarRegion: 'xinjiang' })[0],
  ).toContain('古尔邦节前后');
});

it('a moment that a reading decides is looked up, not taken for a text', () => {
  const reading = { title: '印发之日', value: '2027-01-01T00:00:00+08:00' };
  const guideline = {
    instants: { effective: { title: '开始执行', at: { interpretation: 'issue-date' }, clause: '一' } },
    interpretations: { 'issue-date': { readings: { printed: reading }, chosen: 'printed' } },
  };
  const settled = settledGuideline('x/2027/guideline.json', JSON.stringify(guideline));
  expect(settled && calendarNotes(settled)[1]).toContain('开始执行：2027-01-01');
});
