import type { Attachment, AttachmentRule } from '@zhinan/model';
import type { FieldOptions } from '../controls/control.ts';
import { listField, type Members } from '../controls/group.ts';
import { arrange, make, makeButton, tell } from '../make.ts';
import { below } from '../form/answers.ts';
import type { Field } from '../form/fields.ts';
import type { Scope } from '../form/scope.ts';
import { filesStyles } from '../styles/files.styles.ts';
import { fileLine } from './file-line.ts';
import { stored } from './stored.ts';

interface FilesOptions extends FieldOptions {
  readonly rule: AttachmentRule;
}

/** The files of one field: stored ones, those on their way, and the button for more. */
export function files(key: string, title: string, options: FilesOptions): Field {
  return listField(key, title, options, filesStyles, (at) => new FileField(at, key, options.rule));
}

class FileField implements Members {
  readonly boxes: readonly Node[];
  readonly #list = make('ul', { class: 'files', part: 'files' });
  readonly #drop: HTMLElement;
  readonly #unanswered = make('p', { class: 'answer', part: 'answer' });
  readonly #key: string;
  readonly #rule: AttachmentRule;
  readonly #choose: HTMLButtonElement;
  readonly #count: HTMLElement;
  #at: Scope;
  #stored = new Map<string, HTMLElement>();
  #standing: ReadonlySet<HTMLElement> = new Set();

  constructor(at: Scope, key: string, rule: AttachmentRule) {
    this.#at = at;
    this.#key = key;
    this.#rule = rule;
    const { strings } = at.form;
    const multiple = rule.maxCount > 1;
    const input = make('input', { type: 'file', hidden: true, multiple, accept: rule.accept.join(',') });
    input.addEventListener('change', () => {
      this.#take(input.files);
      input.value = '';
    });
    this.#choose = makeButton('choose', 'choose', strings.chooseFile, () => input.click());
    this.#count = make('span', { class: 'count', 'aria-hidden': 'true' }, strings.drop);
    this.#drop = make('div', { class: 'drop', part: 'drop' }, input, this.#choose, this.#count);
    this.boxes = [this.#list, this.#drop, this.#unanswered];
    this.#drop.addEventListener('dragover', (event) => hover(event, !this.#choose.disabled));
    this.#drop.addEventListener('dragleave', (event) => hover(event, false));
    this.#drop.addEventListener('drop', (event) => {
      hover(event, false);
      this.#take(event.dataTransfer?.files);
    });
  }

  update(at: Scope): void {
    this.#at = at;
    const { form } = at;
    const pointer = below(at.pointer, this.#key);
    const open = form.mayChange(pointer);
    const done = stored(at.own, this.#key);
    this.#draw(done, open);
    this.#choose.disabled = this.#count.hidden =
      done.length + (form.uploads?.running(at.own, this.#key) ?? 0) >= this.#rule.maxCount;
    // A row that moved has other ids.
    this.#choose.setAttribute('aria-describedby', `f${pointer}-hint0`);
    this.#drop.hidden = !open;
    this.#unanswered.hidden = open || done.length > 0;
    tell(this.#unanswered, form.strings.unanswered);
  }

  #draw(done: readonly Attachment[], open: boolean): void {
    const before = this.#stored;
    this.#stored = new Map(
      done.map((file, index) => {
        const which = JSON.stringify([index, open, file.ref, file.size, file.name]);
        return [which, before.get(which) ?? this.#line(file, open)];
      }),
    );
    const coming = this.#at.form.uploads?.boxes(this.#at, this.#key, this.#rule) ?? [];
    const standing = new Set([...this.#stored.values(), ...coming]);
    for (const line of this.#standing) if (!standing.has(line)) line.remove();
    arrange(this.#list, standing);
    this.#standing = standing;
  }

  #line(file: Attachment, open: boolean): HTMLElement {
    const { remove } = this.#at.form.strings;
    const line = fileLine(file.name, file.size);
    if (!open) return line;
    const button = makeButton('quiet', 'remove', remove, () => this.#remove(file));
    button.ariaLabel = `${remove} ${file.name}`;
    line.append(button);
    return line;
  }

  #remove(file: Attachment): void {
    const at = this.#at;
    const kept = stored(at.own, this.#key).filter((item) => item.ref !== file.ref);
    at.form.model.put(at.own, this.#key, kept.length > 0 ? kept.map((item) => ({ ...item })) : undefined);
    at.form.edited(below(at.pointer, this.#key));
  }

  /** Takes chosen files; what uploads them is loaded with the first. */
  #take(chosen: Iterable<File> | null | undefined): void {
    const taken = [...(chosen ?? [])];
    const { form } = this.#at;
    if (taken.length === 0) return;
    void form.late.load(
      taken,
      () => import('./uploads.ts'),
      ({ Uploads }) => {
        form.uploads ??= new Uploads(form);
        form.uploads.choose(this.#at, this.#key, this.#rule, taken);
      },
    );
  }
}

/** Files dragged over the field; without this the browser would open them and leave the page. */
function hover(event: DragEvent, takes: boolean): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  if (event.type !== 'dragleave') event.preventDefault();
  (event.currentTarget as HTMLElement).toggleAttribute('data-over', takes);
}
