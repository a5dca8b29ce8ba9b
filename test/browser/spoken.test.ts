import { expect, test } from 'vitest';
import { catalogue, catalogueTags } from './catalogue.ts';
import { hostPage } from './elements-host.ts';
import { hostSession } from './host-session.ts';
import { spoken } from './spoken.ts';

const { form: formTag, eligibility: eligibilityTag } = catalogueTags;

const session = hostSession(async () => ({
  ...(await catalogue()).scripts,
  'host.js': '',
  'host.css': '',
  'form.html': hostPage(`<${formTag}></${formTag}>`),
  'eligibility.html': hostPage(`<${eligibilityTag}></${eligibilityTag}>`),
}));
const golden = (name: string): string => `../golden/spoken/${name}.txt`;

/**
 * What screen readers are given to read out, word for word: whoever changes it hears the difference here. People who use
 * one follow the same text (packages/elements/screen-readers.md).
 */
test('a form tells every control, its name, what is required of it, its hint and its error', async () => {
  const page = await session.visit('form.html');
  const submit = page.locator(formTag).locator('[part~="submit"]');
  await submit.waitFor();
  await expect(await spoken(page, formTag)).toMatchFileSnapshot(golden('form-empty'));

  await submit.click();
  await page.locator(formTag).locator('[part~="error-summary"]').waitFor();
  await expect(await spoken(page, formTag)).toMatchFileSnapshot(golden('form-errors'));
});

test('what came of the rules is told rule by rule, with its clause', async () => {
  const page = await session.visit('eligibility.html');
  const facts = { 'every-control': (await catalogue()).answers };
  await page.evaluate(`document.querySelector('${eligibilityTag}').facts = ${JSON.stringify(facts)}`);
  await page.locator(eligibilityTag).locator('[part~="rule"]').first().waitFor();
  await expect(await spoken(page, eligibilityTag)).toMatchFileSnapshot(golden('eligibility'));
});
