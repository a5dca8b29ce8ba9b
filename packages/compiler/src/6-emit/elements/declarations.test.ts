import { describe, expect, it } from 'vitest';
import { craftContract } from '../../testing/craft-contract.ts';
import { typeCheck } from '../../testing/type-check.ts';
import { emit } from '../emit.ts';

const use = `
import './talent/define.js';
const form = document.createElement('zn-craft-application');
form.addEventListener('submit', ({ detail, currentTarget }) => [Object.keys(detail.value), currentTarget]);
form.addEventListener('attachment-request', ({ detail }) => detail.respond(Promise.reject(new Error(detail.file.name))));
form.addEventListener('click', ({ clientX }) => clientX.toFixed());
form.storage = { load: () => undefined, save: (key, draft) => console.log(key, draft.savedAt), remove: () => undefined };
export const level: 'senior-worker' | 'technician' | 'senior-technician' | undefined = form.getValue().level;
// @ts-expect-error no such field
form.getValue().nothing;
document.createElement('zn-craft-eligibility').facts = {};
document.createElement('zn-craft-case').view = undefined;
document.createElement('zn-craft-review').addEventListener('act', ({ detail }) =>
  detail.respond(Promise.resolve(detail.instances.map((instance) => ({ instance, ok: true })))),
);
const inbox = document.createElement('zn-craft-inbox');
inbox.filter = { due: 'overdue', group: 'program' };
inbox.addEventListener('open', ({ detail }) => detail.program);
// @ts-expect-error no such filter
inbox.filter = { due: 'never' };
`;

describe('declarations of elements', () => {
  it('type a host: tags, answers, events and adapters', async () => {
    const files = await emit({ contract: craftContract, scenarios: [] });
    const declarations = Object.entries(files).filter(([path]) => path.endsWith('.d.ts'));
    expect(await typeCheck({ ...Object.fromEntries(declarations), 'use.ts': use })).toBe('');
  });
});
