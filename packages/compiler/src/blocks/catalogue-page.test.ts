import { format } from 'prettier';
import { expect, test } from 'vitest';
import { cataloguePage } from './catalogue-page.ts';

test('the page of the catalogue shows the blocks as they are', async () => {
  const text = await format(cataloguePage(), { parser: 'markdown', singleQuote: true, printWidth: 110 });
  await expect(text).toMatchFileSnapshot(new URL('README.md', import.meta.url).pathname);
});
