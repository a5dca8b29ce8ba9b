import { layOut, toHtml } from '@zhinan/documents';
import type { DocumentPlan } from '@zhinan/documents';
import type { ProgramContract } from '@zhinan/model';
import { expect, test } from 'vitest';
import { craftContract } from '../../testing/craft-contract.ts';
import { documentsEmitter } from './index.ts';

const talent = craftContract.programs['talent'];
if (!talent) throw new Error('fixture has no programme');
const program: ProgramContract = {
  ...talent,
  documents: {
    'public-notice': {
      id: 'public-notice',
      title: '公示',
      clause: '三(二)',
      by: 'employer',
      public: true,
      blocks: [{ heading: '“人选”\n</script>' }, { fields: ['application.level'] }, { seal: '单位' }],
    },
  },
};

test('the emitted module is plain data that a host fills and prints, with nothing else at hand', async () => {
  const files = await documentsEmitter({ contract: craftContract, program });
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(files['talent/documents.js'] ?? '')}`
  )) as { documents: Readonly<Record<string, DocumentPlan>> };
  const plan = module.documents['public-notice'];
  if (!plan) throw new Error('no plan');
  const html = toHtml(await layOut(plan, { facts: { application: { level: 'senior-worker' } } }), {
    styles: 'a.css',
  });
  expect(html).toContain('高级工');
  expect(html).toContain('单位（盖章）');
  expect(files['talent/documents.d.ts']).toMatch(
    /\/\*\* 公示（.*；三\(二\)） \*\/\n\s+"public-notice": DocumentPlan;/,
  );
});

test('a programme without documents has no such module', async () => {
  expect(await documentsEmitter({ contract: craftContract, program: talent })).toEqual({});
});
