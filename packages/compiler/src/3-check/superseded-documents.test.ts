import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { edited, smallEdition, smallId } from '../editions/small-edition.fixture.ts';

const repeal = { id: '九', kind: 'management', modality: 'must', summary: '旧办法同时废止' };
const documents = [{ number: '测发〔2020〕1号', title: '旧办法' }];

async function codes(supersedes?: object): Promise<readonly string[]> {
  const withClause = edited(smallEdition, `${smallId}/clauses.json`, (json) => json.clauses.push(repeal));
  const files = edited(withClause, `${smallId}/guideline.json`, (json) => {
    const [interpretation] = Object.keys(json.interpretations);
    if (supersedes) json.supersedes = { clause: '九', documents, interpretation, ...supersedes };
  });
  const { diagnostics } = await compile(files, smallId, { until: 'check' });
  return diagnostics.map(({ code }) => code);
}

test('a clause that repeals documents is implemented by naming them and the rule for cases in flight', async () => {
  expect(await codes()).toContain('clause/not-accounted-for');
  expect(await codes({})).toEqual([]);
});

test('the rule for cases in flight is one of the interpretations', async () => {
  expect(await codes({ interpretation: 'none' })).toContain('reference/unknown-interpretation');
});
