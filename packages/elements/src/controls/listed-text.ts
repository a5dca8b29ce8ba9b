import type { Field } from '../form/fields.ts';
import { field, type ControlKind } from './control.ts';
import type { ListSign } from './list-lines.ts';
import { make, makeButton } from '../make.ts';
import { longTextKind, type LongTextOptions } from './text.ts';

let edits: typeof import('./list-edits.ts') | undefined;

/** What edits lists is loaded when somebody enters such a field; until then a new line is a plain one. */
async function load(): Promise<typeof import('./list-edits.ts')> {
  edits ??= await import('./list-edits.ts');
  return edits;
}

async function pressed(area: HTMLTextAreaElement, sign: ListSign): Promise<void> {
  (await load()).makeList(area, sign);
}

/** Several lines of text that may hold lists: buttons that make some, and a new line that goes on with one. */
const listedTextKind: ControlKind<LongTextOptions> = {
  ...longTextKind,
  draw: (title, options) => {
    const area = longTextKind.draw(title, options);
    area.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
    area.addEventListener('keydown', (event) => {
      // An input method ends what is being composed with the same key; with Shift a line stays in its item.
      if (event.key !== 'Enter' || event.isComposing || event.shiftKey || area.readOnly) return;
      if (edits?.goOn(area)) event.preventDefault();
    });
    return area;
  },
  above: (control, title, strings) => {
    const area = control as HTMLTextAreaElement;
    const buttons = (['number', 'bullet'] as const).map((sign) => {
      const name = strings[sign === 'number' ? 'numbered' : 'bulleted'];
      const button = makeButton('quiet', 'list', name, () => void pressed(area, sign));
      button.ariaLabel = `${name} ${title}`;
      // Whoever presses with a pointer goes on writing: the field is not left, and tells of no error yet.
      button.addEventListener('mousedown', (event) => event.preventDefault());
      return button;
    });
    return make('div', { class: 'with-unit', part: 'list-tools' }, ...buttons);
  },
  lock: (element, locked) => {
    longTextKind.lock(element, locked);
    (element.previousElementSibling as HTMLElement).hidden = locked;
  },
};

/** A long text whose lines may be numbered or set apart; what is stored is plain text, as it reads. */
export const listedText = (key: string, title: string, options: LongTextOptions): Field =>
  field(key, title, listedTextKind, { wide: true, ...options });
