import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { format } from 'prettier';
import { withBlocks } from './machine-schema.ts';

const path = new URL('../../../model/schemas/machine.schema.json', import.meta.url).pathname;

// `npm run vitest -- -u packages/compiler/src/blocks` writes the schema anew after a block has changed.
test('editors complete the blocks as the catalogue has them', async () => {
  const schema = withBlocks(JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof withBlocks>[0]);
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
  await expect(text).toMatchFileSnapshot(path);
});
