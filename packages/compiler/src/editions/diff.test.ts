import { describe, expect, it } from 'vitest';
import { diffHtml } from './report-html.ts';
import { diffText } from './report-text.ts';
import { changesOf, diffOf, edited, smallEdition as small, smallId } from './small-edition.fixture.ts';

const at = (path: string) => `${smallId}/${path}`;
const rules = at('scholar/rules.json');
const form = at('scholar/forms/application.schema.json');
const machine = at('scholar/workflow/case.json');
const guideline = at('guideline.json');

describe('no change of policy', () => {
  it('is found where files differ in layout, order of keys and editor hints only', async () => {
    const turned = (json: unknown): unknown =>
      Array.isArray(json)
        ? json.map(turned)
        : json !== null && typeof json === 'object'
          ? Object.fromEntries(
              Object.entries(json)
                .toReversed()
                .filter(([key]) => key !== '$schema')
                .map(([key, value]) => [key, turned(value)]),
            )
          : json;
    const files = Object.fromEntries(
      Object.entries(small).map(([path, text]) => [path, JSON.stringify(turned(JSON.parse(text)), null, 7)]),
    );
    const diff = await diffOf(files);
    expect(diff.changes).toEqual([]);
    expect(diff.applicants).toEqual([]);
  });

  it('is found where an expression is only written otherwise', async () => {
    expect(await changesOf(rules, (json) => void (json.rules[1].require = '40>=age( born,基准日 )'))).toEqual(
      [],
    );
    const both = edited(
      small,
      rules,
      (json) => void (json.rules[1].require = 'age(born, 基准日) <= 40 and rank in ["中级", "副高级"]'),
    );
    const turned = edited(
      small,
      rules,
      (json) => void (json.rules[1].require = 'rank in ["副高级", "中级"] and 40 >= age(born, 基准日)'),
    );
    expect((await diffOf(turned, both)).changes).toEqual([]);
  });

  it('is found where a rule, a section or a hint gets another name or place', async () => {
    expect(await changesOf(rules, (json) => void (json.rules[0].id = 'title'))).toEqual([]);
    expect(await changesOf(rules, (json) => void json.rules.reverse())).toEqual([]);
    const ui = at('scholar/forms/application.ui.json');
    expect(await changesOf(ui, (json) => void (json['ui:options'].sections[0].title = '个人'))).toEqual([]);
  });
});

describe('time', () => {
  it('moved, with days or hours', async () => {
    const close = (text: string) => (json: { instants: { close: { at: string } } }) =>
      void (json.instants.close.at = text);
    expect(await changesOf(guideline, close('2026-07-05T18:00:00+08:00'))).toEqual([
      'instant-moved 申报截止 推后 5 天 2026-06-30 18:00→2026-07-05 18:00',
    ]);
    expect(await changesOf(guideline, close('2026-06-30T16:00:00+08:00'))).toEqual([
      'instant-moved 申报截止 提前 2 小时 2026-06-30 18:00→2026-06-30 16:00',
    ]);
    expect(await changesOf(guideline, close('2026-06-30T10:00:00Z'))).toEqual([]);
  });

  it('added', async () => {
    const open = { title: '申报开始', at: '2026-06-01T09:00:00+08:00', clause: '二' };
    expect(await changesOf(guideline, (json) => void (json.instants.open = open))).toEqual([
      'instant-added 申报开始 新增时点 →2026-06-01 09:00',
    ]);
  });
});

describe('another year', () => {
  it('titles bear another name, and a reading moves with its moment', async () => {
    const before = edited(small, guideline, (json) => {
      json.interpretations.hour = {
        clause: '二',
        question: '截止到几时？',
        readings: { evening: { title: '18时', value: '2026-06-30T18:00:00+08:00' } },
        chosen: 'evening',
        decidedBy: '受理办公室',
      };
    });
    const after = edited(before, guideline, (json) => {
      json.instants.close.at = '2027-06-30T18:00:00+08:00';
      json.interpretations.hour.readings.evening.value = '2027-06-30T18:00:00+08:00';
    });
    const { changes } = await diffOf(after, before);
    expect(changes.map(({ kind }) => kind)).toEqual(['instant-moved']);
    expect(changes[0]?.details).toHaveLength(1);
  });

  it('a renamed document, form or moment is a wording, not a change of the steps that use it', async () => {
    expect(
      await changesOf(at('scholar/documents/notice.json'), (json) => void (json.title = '公示名单')),
    ).toEqual(['reworded 《公示名单》 文书名称 公示→公示名单']);
    expect(await changesOf(guideline, (json) => void (json.instants.close.title = '提交截止'))).toEqual([
      'reworded 提交截止 时点改称 申报截止→提交截止',
    ]);
  });
});

describe('conditions', () => {
  it('of another threshold, in words, with who is out', async () => {
    const { changes, applicants } = await diffOf(
      edited(small, rules, (json) => void (json.rules[1].require = 'age(born, 基准日) <= 35')),
    );
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ['截至“申报截止”当日须不超过 40 周岁', '截至“申报截止”当日须不超过 35 周岁'],
    ]);
    expect(
      applicants.map(({ before, after, rules: why }) => [before, after, why.map(({ id }) => id)]),
    ).toEqual([['eligible', 'ineligible', ['age']]]);
    expect(applicants[0]?.facts.map(({ title }) => title)).toContain('出生日期');
  });

  it('added, removed, softened', async () => {
    const added = {
      id: 'home',
      title: '没有海外经历',
      clause: '一',
      strength: 'must',
      require: 'abroad = false',
    };
    expect(await changesOf(rules, (json) => void json.rules.push(added))).toEqual([
      'rule-added 没有海外经历 新增条件（必须） →是否有海外经历须为“否”',
    ]);
    expect(await changesOf(rules, (json) => void json.rules.pop())).toEqual([
      'rule-removed 年龄 取消这个条件 截至“申报截止”当日须不超过 40 周岁→',
    ]);
    expect(await changesOf(rules, (json) => void (json.rules[0].strength = 'soft'))).toEqual([
      'rule-softened 职称 由必须改为“原则上”（不符合的说明理由） →',
    ]);
  });

  it('show who comes in', async () => {
    const { applicants } = await diffOf(
      edited(small, rules, (json) => void (json.rules[0].require = 'rank >= "初级"')),
    );
    expect(applicants.map(({ before, after, differs }) => [before, after, differs])).toEqual([
      ['ineligible', 'eligible', ['职称为“初级”']],
    ]);
  });

  it('say only the part that differs', async () => {
    const whole = edited(
      small,
      rules,
      (json) => void (json.rules[1].require = { all: ['age(born, 基准日) <= 40', 'abroad = false'] }),
    );
    const { changes } = await diffOf(
      edited(
        whole,
        rules,
        (json) => void (json.rules[1].require = { all: ['age(born, 基准日) <= 40', 'abroad = true'] }),
      ),
      whole,
    );
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ['是否有海外经历须为“否”', '是否有海外经历须为“是”'],
    ]);
  });

  it('relaxed for others, or further', async () => {
    const relaxed = edited(small, rules, (json) => {
      json.parameters = { 年龄上限: { title: '年龄上限', default: 40 } };
      json.rules[1].require = 'age(born, 基准日) <= 年龄上限';
      json.relax = [
        { id: 'senior', title: '正高级放宽', clause: '一', when: 'rank = "正高级"', set: { 年龄上限: 45 } },
      ];
    });
    const further = edited(relaxed, rules, (json) => {
      json.relax[0].set.年龄上限 = 50;
      json.relax[0].when = 'rank >= "副高级"';
      json.parameters.年龄上限.default = 42;
    });
    const { changes } = await diffOf(further, relaxed);
    expect(changes.map(({ kind, what, before, after }) => `${kind} ${what} ${before}→${after}`)).toEqual([
      'parameter-changed 默认要求 40→42',
      'relaxation-changed 放宽的对象 职称须为正高级→职称须在副高级及以上',
      'relaxation-changed 放宽到 年龄上限为45→年龄上限为50',
    ]);
  });
});

describe('money and places', () => {
  it('caps and values', async () => {
    expect(await changesOf(rules, (json) => void (json.amounts[0].cap = 50000))).toEqual([
      'amount-raised 奖励 最高额提高 30,000 元→50,000 元',
    ]);
    expect(await changesOf(rules, (json) => void delete json.amounts[0].cap)).toEqual([
      'amount-raised 奖励 最高额提高 30,000 元→不限',
    ]);
    expect(await changesOf(rules, (json) => void (json.amounts[0].value = '8000 * count(results)'))).toEqual([
      'amount-changed 奖励 计算办法 10000 × 成果数→8000 × 成果数',
    ]);
  });

  it('quotas, with numbers not yet published', async () => {
    const quota = { id: 'places', title: '总人数', clause: '四', max: null as number | null };
    const before = edited(small, rules, (json) => void (json.quotas = [quota]));
    const { changes } = await diffOf(
      edited(before, rules, (json) => void (json.quotas[0].max = 30)),
      before,
    );
    expect(changes.map(({ kind, before: was, after }) => [kind, was, after])).toEqual([
      ['quota-changed', '尚未公布', '30 人'],
    ]);
  });
});

describe('procedure', () => {
  it('a new step carries the ways and waits that lead there', async () => {
    const { changes } = await diffOf(
      edited(small, machine, (json) => {
        json.delays.recheck = { title: '复核期限', clause: '三', workdays: 2 };
        json.states.recheck = {
          meta: { title: '复核', clause: '三', role: 'office' },
          after: { recheck: 'notice' },
        };
        json.states.review.on.PASS[0].target = 'recheck';
      }),
    );
    expect(changes.map(({ kind, subject, what }) => `${kind} ${subject} ${what}`)).toEqual([
      'step-added “复核” 新增环节，由受理办公室办理',
    ]);
    expect(changes[0]?.details).toEqual([
      '“审核”的“通过”：去向，“公示” → “复核”',
      '复核期限：新增期限，2 个工作日',
    ]);
  });

  it('actor, wait, target, guard, reason', async () => {
    expect(await changesOf(machine, (json) => void (json.states.review.meta.role = 'applicant'))).toEqual([
      'actor-changed “审核” 由谁办理 受理办公室→申报人',
    ]);
    expect(await changesOf(machine, (json) => void (json.delays.notice.workdays = 5))).toEqual([
      'delay-changed 公示 期限 3 个工作日→5 个工作日',
    ]);
    expect(
      await changesOf(machine, (json) => void (json.states.notice.on.OBJECT.target = 'refused')),
    ).toEqual(['transition-changed “公示”的“收到异议” 去向 “审核”→“不予通过”']);
    expect(
      await changesOf(machine, (json) => void (json.states.review.on.PASS[0].guard = { type: 'hasReason' })),
    ).toEqual(['transition-changed “审核”的“通过” 前提 符合申报条件→写明了理由']);
    expect(await changesOf(machine, (json) => void delete json.states.review.on.REFUSE)).toEqual([
      'transition-removed “审核”的“不通过” 取消可办的事 “不予通过”→',
    ]);
    // The same target, written from the root.
    expect(
      await changesOf(machine, (json) => void (json.states.notice.on.OBJECT.target = '#case.review')),
    ).toEqual([]);
  });
});

describe('readings, clauses, documents', () => {
  it('what another reading changes goes under its choice', async () => {
    const taking = edited(small, guideline, (json) => {
      json.instants.close.at = { interpretation: 'hour', part: 'close' };
      json.interpretations.hour = {
        clause: '二',
        question: '几时截止？',
        readings: {
          evening: {
            title: '18时',
            value: { close: '2026-06-30T18:00:00+08:00', age: 'age(born, 基准日) <= 40' },
          },
          midnight: {
            title: '24时',
            value: { close: '2026-07-01T00:00:00+08:00', age: 'age(born, 基准日) <= 41' },
          },
        },
        chosen: 'evening',
        decidedBy: '受理办公室',
      };
    });
    const before = edited(
      taking,
      rules,
      (json) => void (json.rules[1].require = { interpretation: 'hour', part: 'age' }),
    );
    const after = edited(before, guideline, (json) => void (json.interpretations.hour.chosen = 'midnight'));
    const { changes } = await diffOf(after, before);
    expect(changes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'interpretation-chosen “几时截止？”',
    ]);
    expect(changes[0]?.details.map((detail) => detail.split('：')[0])).toEqual(['申报截止', '年龄']);
  });

  it('another reading is chosen', async () => {
    expect(
      await changesOf(guideline, (json) => void (json.interpretations['notice-days'].chosen = 'included')),
    ).toEqual(['interpretation-chosen “公示当日是否计入公示期？” 改选 次日起算→当日起算']);
    expect(
      await changesOf(guideline, (json) => void (json.interpretations['notice-days'].reason = '上级答复')),
    ).toEqual([]);
  });

  it('a clause added, of another force, reworded', async () => {
    const clauses = at('clauses.json');
    const added = { id: '六', kind: 'narrative', modality: 'info', summary: '联系方式' };
    expect(await changesOf(clauses, (json) => void json.clauses.push(added))).toEqual([
      'clause-added 第六条 新增条文 →联系方式',
    ]);
    expect(await changesOf(clauses, (json) => void (json.clauses[3].modality = 'may'))).toEqual([
      'modality-changed 第四条“每项成果一万元，最高三万元” 语气 应当→可以',
    ]);
    expect(await changesOf(clauses, (json) => void (json.clauses[4].summary = '宗旨'))).toEqual([
      'reworded 第五条 条文概括 目的→宗旨',
    ]);
  });

  it('a wording goes with the change it words', async () => {
    const files = edited(
      edited(
        small,
        at('clauses.json'),
        (json) => void (json.clauses[3].summary = '每项成果一万元，最高五万元'),
      ),
      rules,
      (json) => void (json.amounts[0].cap = 50000),
    );
    const { changes } = await diffOf(files);
    expect(changes.map(({ kind }) => kind)).toEqual(['amount-raised']);
    expect(changes[0]?.details).toEqual([
      '第四条：条文概括，每项成果一万元，最高三万元 → 每项成果一万元，最高五万元',
    ]);
  });

  it('a field that goes is gone from its document too', async () => {
    const document = at('scholar/documents/notice.json');
    const files = edited(
      edited(small, document, (json) => void (json.blocks[1].table.columns = ['title'])),
      form,
      (json) => {
        delete json.properties.results.items.properties.year;
        json.properties.results.items.required = ['title'];
      },
    );
    const { changes } = await diffOf(files);
    expect(changes.map(({ kind }) => kind)).toEqual(['field-removed']);
    expect(changes[0]?.details).toEqual(['《公示》：不再列 年份']);
  });
});

describe('reports', () => {
  it('text numbers the changes; the page runs nothing and escapes what authors write', async () => {
    const diff = await diffOf(
      edited(small, rules, (json) => {
        json.amounts[0].cap = 50000;
        json.rules[1].title = '年龄<script>';
        json.rules[1].require = 'age(born, 基准日) <= 35';
      }),
    );
    const text = diffText(diff);
    expect(text).toContain('政策变化 2 处');
    expect(text).toContain('2. 奖励：最高额提高，30,000 元 → 50,000 元 〔四；青年英才〕');
    expect(text).toContain('不再符合条件的');
    const page = await diffHtml(diff);
    expect(page).toContain('年龄&lt;script&gt;');
    expect(page).not.toMatch(/<script|https?:|src=|onclick|style="/);
  });
});
