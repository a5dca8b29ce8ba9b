import { send } from '../events.ts';
import { classOf } from '../form/form-class.ts';
import type { FormElement } from '../form/form-element.ts';
import type { WayClass } from './way.ts';

/** Ways that a page may ask for although the definition does not: loaded then. */
const ways: Readonly<Record<string, () => Promise<WayClass>>> = {
  wizard: async () => (await import('./wizard.ts')).Wizard,
  'task-list': async () => (await import('./task-list.ts')).TaskList,
};
const reviewedPage = async (): Promise<WayClass> => (await import('./reviewed-page.ts')).ReviewedPage;

/** The page's wish, else the definition's; undefined = all on one page and nothing more. */
function wished(form: FormElement): WayClass | undefined | Promise<WayClass> {
  const { way, review, missing } = form;
  const own = classOf(form).way;
  if (way === '' && own) return own;
  const other = Object.hasOwn(ways, way) ? ways[way] : undefined;
  if (other) return other();
  return review || missing ? reviewedPage() : undefined;
}

/** Sets a form on its way. A promise only where the module of the way has to come first. */
export function setOut(form: FormElement): Promise<void> | undefined {
  const found = wished(form);
  if (found instanceof Promise) return setOutLater(form, found);
  take(form, found);
  return undefined;
}

async function setOutLater(form: FormElement, coming: Promise<WayClass>): Promise<void> {
  const { way } = form;
  try {
    const loaded = await coming;
    if (form.way === way) take(form, loaded);
  } catch (cause) {
    // A form all on one page is better than none.
    send(form, 'error', { source: 'module', cause });
  }
}

function take(form: FormElement, way: WayClass | undefined): void {
  form.path?.end();
  form.path = way && new way(form);
  form.requestUpdate();
}
