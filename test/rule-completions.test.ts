import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../packages/compiler/src/rules/index.ts';
import { craftsman, input } from '../packages/compiler/src/rules/craftsman.fixture.ts';
import { propose } from '../playground/src/rules/completions.ts';
import { ExpressionContext, tokensOf } from '../playground/src/rules/expression-context.ts';
import { vocabularyOf } from '../playground/src/rules/vocabulary.ts';

const { forms, codeLists } = input(craftsman);
const vocabulary = vocabularyOf(
  new Map(
    craftsman.facts.flatMap((id) => {
      const form = forms[id];
      return form ? [[id, { title: form.title, fields: fieldsOf(form.schema, codeLists) }] as const] : [];
    }),
  ),
  craftsman,
  codeLists,
);

/** Texts offered where `|` stands. */
function offered(text: string): readonly string[] {
  const position = text.indexOf('|');
  return propose(text.replace('|', ''), position, vocabulary).list.map(({ insert }) => insert);
}

/** The text after the first offer is taken. */
function taken(text: string): string {
  const position = text.indexOf('|');
  const plain = text.replace('|', '');
  const { from, to, list } = propose(plain, position, vocabulary);
  return plain.slice(0, from) + (list[0]?.insert ?? '') + plain.slice(to);
}

describe('completion', () => {
  it('finds fields by Chinese title, by part of it, and by id', () => {
    expect(offered('职业|')[0]).toBe('skillLevel');
    expect(offered('出生|')).toEqual(['birthDate']);
    expect(offered('skill|')[0]).toBe('skillLevel');
    expect(offered('配套|')).toEqual(['recommendation.matchingFund']);
    expect(taken('onPost = true and 在疆工作| >= 1')).toBe('onPost = true and workingSince >= 1');
  });

  it('offers the options of the field on the left, lowest first, with or without quotes', () => {
    expect(offered('skillLevel >= |').slice(0, 2)).toEqual(['"初级工"', '"中级工"']);
    expect(taken('skillLevel >= 首|')).toBe('skillLevel >= "首席技师"');
    expect(taken('skillLevel >= "首|"')).toBe('skillLevel >= "首席技师"');
    expect(taken('skillLevel >= "首|')).toBe('skillLevel >= "首席技师"');
    expect(offered('skillLevel >= "高级工" and workPlace = |').slice(0, 5)).toEqual(
      ['kashi', 'hotan', 'urumqi', 'division-3', 'division-8'].map((code) => JSON.stringify(code)),
    );
    expect(taken('workPlace = 喀什|')).toBe('workPlace = "kashi"');
    expect(taken('workPlace in ["hotan", "乌|"]')).toBe('workPlace in ["hotan", "urumqi"]');
    expect(offered('onPost = |').slice(0, 2)).toEqual(['true', 'false']);
    expect(offered('skillLevel >= |')).toContain('最低等级');
  });

  it('offers sets after in, and words of the language after an operand', () => {
    expect(offered('workPlace in |')).toContain('南疆五地州');
    expect(offered('workPlace = |')).not.toContain('南疆五地州');
    expect(offered('onPost |')).toContain('and');
    expect(offered('onPost a|')).toEqual(['and', 'satisfies']);
  });

  it('knows rows in filters and quantifiers, and members behind a dot', () => {
    expect(offered('count(apprentices[目标|])')).toEqual(['targetLevel']);
    expect(offered('目标|')).toEqual([]);
    expect(taken('count(apprentices[targetLevel = "技|"]) >= 1')).toBe(
      'count(apprentices[targetLevel = "技师"]) >= 1',
    );
    expect(offered('every a in apprentices satisfies 目标|')).toEqual(['a.targetLevel']);
    expect(offered('every a in apprentices satisfies a.|')).toEqual([
      'targetLevel',
      'isStudent',
      'fee',
      'since',
    ]);
    expect(offered('sum(apprentices[isStudent = true].|')).toEqual([
      'targetLevel',
      'isStudent',
      'fee',
      'since',
    ]);
    expect(offered('(some a in apprentices satisfies a.isStudent) and 目标|')).toEqual([]);
    expect(offered('recommendation.|')).toEqual(['registered', 'matchingFund']);
  });

  it('survives anything half written', () => {
    for (const text of [
      '',
      ')',
      ']]]',
      '[',
      'a.',
      '..',
      '"',
      'in in in',
      'some',
      'every x',
      '((((',
      'x["',
      '一',
    ]) {
      for (let at = 0; at <= text.length; at += 1)
        expect(Array.isArray(propose(text, at, vocabulary).list)).toBe(true);
    }
  });
});

describe('names', () => {
  it('tells what each name stands for', () => {
    const tokens = tokensOf('count(apprentices[targetLevel >= 最低等级]) >= years(workingSince, 基准日)');
    const context = new ExpressionContext(tokens, vocabulary);
    const kinds = tokens.flatMap(({ kind, text }, index) =>
      kind === 'name' ? [[text, context.subjectAt(index)?.is]] : [],
    );
    expect(kinds).toEqual([
      ['count', 'function'],
      ['apprentices', 'field'],
      ['targetLevel', 'field'],
      ['最低等级', 'parameter'],
      ['years', 'function'],
      ['workingSince', 'field'],
      ['基准日', 'reference'],
    ]);
  });
});
