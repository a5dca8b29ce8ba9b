import type { Json, JsonObject } from '@zhinan/model';
import type { Locator, Page } from 'playwright-core';

/** The control of a field in RJSF's page: `root` and the names on the way, joined by `_`. */
export function rjsfField(page: Page, path: string): Locator {
  return page.locator(`[id="root_${path}"]`);
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fills a form that RJSF draws as a person would; texts are what stands on the screen, so codes must equal their titles. */
export async function fillRjsf(page: Page, path: string, value: Json): Promise<void> {
  const control = rjsfField(page, path);
  if (isObject(value)) {
    for (const [key, part] of Object.entries(value)) await fillRjsf(page, `${path}_${key}`, part);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (!isObject(item)) await control.getByLabel(String(item), { exact: true }).check();
      else if ('sha256' in item) await upload(page, control, String(item['name']));
      else {
        await page.locator(`[id="root_${path}__add"]`).click();
        await fillRjsf(page, `${path}_${index}`, item);
      }
    }
  } else await fillOne(control, value);
}

async function upload(page: Page, control: Locator, name: string): Promise<void> {
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(`${name} 演练文件`) };
  await control.locator('input[type=file]').setInputFiles(file);
  await control.locator('li', { hasText: name }).waitFor();
}

async function fillOne(control: Locator, value: Json): Promise<void> {
  const kind = await control.evaluate((element) =>
    element instanceof HTMLInputElement ? element.type : element.localName,
  );
  const words = typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
  if (kind === 'checkbox') await control.check();
  else if (kind === 'select') await control.selectOption({ label: words });
  else if (kind === 'div') await control.getByLabel(words, { exact: true }).check();
  else await control.fill(words);
}
