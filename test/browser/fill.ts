import type { Json, JsonObject } from '@zhinan/model';
import type { Locator, Page } from 'playwright-core';

/** Longer answers are pasted: typing them letter by letter shows nothing new. */
const LONG_TEXT = 20;

interface Upload {
  readonly name: string;
  readonly mediaType: string;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUpload(value: Json | undefined): boolean {
  return isObject(value) && 'sha256' in value;
}

/** The control of a field; the generated element names it by its pointer. */
export function field(page: Page, pointer: string): Locator {
  return page.locator(`[id="f${pointer}"]`);
}

/** Fills a generated form as a person would: typing, choosing, ticking, adding rows, picking files, in the form's order. */
export async function fillForm(page: Page, order: readonly string[], answers: JsonObject): Promise<void> {
  for (const name of order) {
    const value = answers[name];
    if (value !== undefined) await answer(page, `/${name}`, value);
  }
}

export async function answer(page: Page, pointer: string, value: Json): Promise<void> {
  if (Array.isArray(value) && value.length === 0) return;
  // A group is only what stands in it.
  if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) await answer(page, `${pointer}/${key}`, item);
    return;
  }
  const control = field(page, pointer);
  await control.waitFor({ state: 'attached', timeout: 5000 });
  await reveal(control, pointer);
  if (Array.isArray(value)) await answerList(page, pointer, control, value);
  else await answerOne(control, value);
}

/** Opens the section of a field, where the form shows one at a time, as a link to the field does. */
async function reveal(control: Locator, pointer: string): Promise<void> {
  if (await control.isVisible()) return;
  await control.evaluate((element, place) => {
    const root = element.getRootNode();
    if (root instanceof ShadowRoot)
      (root.host as HTMLElement & { focusField(pointer: string): void }).focusField(place);
  }, pointer);
  await control.waitFor({ timeout: 5000 });
}

async function answerList(
  page: Page,
  pointer: string,
  control: Locator,
  list: readonly Json[],
): Promise<void> {
  if (isUpload(list[0])) {
    for (const item of list) await upload(page, control, item as unknown as Upload);
  } else if (isObject(list[0])) {
    for (const [index, item] of list.entries()) {
      await control.locator(':scope > .row-actions > [part~="add"]').click();
      for (const [key, part] of Object.entries(item as JsonObject))
        await answer(page, `${pointer}/${index}/${key}`, part);
    }
  } else {
    for (const item of list) await control.locator(`input[value="${String(item)}"]`).check();
  }
}

async function upload(page: Page, control: Locator, { name, mediaType }: Upload): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await control.locator('[part~="choose"]').click();
  await (await chooser).setFiles({ name, mimeType: mediaType, buffer: Buffer.from(`${name} 演练文件`) });
  await control.locator('.file:not(.running) .file-name', { hasText: name }).first().waitFor();
}

async function answerOne(control: Locator, value: Json): Promise<void> {
  const kind = await control.evaluate((element) =>
    element instanceof HTMLInputElement ? element.type : element.localName,
  );
  const text = String(value);
  if (kind === 'fieldset') await control.locator(`input[value="${text}"]`).check();
  else if (kind === 'select') await control.selectOption(text);
  else if (kind === 'checkbox') await control.check();
  else if (kind === 'date' || text.length > LONG_TEXT) await control.fill(text);
  else await control.pressSequentially(text);
}
