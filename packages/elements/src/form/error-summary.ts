import type { Control } from '../controls/control.ts';
import { make, tell } from '../make.ts';
import { adopt } from '../styles/adopt.ts';
import { errorSummaryStyles } from '../styles/error-summary.styles.ts';
import type { FormElement } from './form-element.ts';
import type { Issue } from './form-model.ts';

interface Entry {
  readonly issue: Issue;
  readonly control: Control | undefined;
}

/** From so many entries on, those of a section are folded: the headings alone give the way. */
const foldFrom = 12;

/** What a place lists now: it is made anew only when that changes, so that the focus and what is unfolded stay. */
const listed = new WeakMap<HTMLElement, string>();

/** Lists in its place what is to be corrected, in the order of the fields, each a link to its field. */
export function drawErrorSummary(
  form: FormElement,
  place: HTMLElement,
  issues: Iterable<Issue> = form.model.tried ? form.shownIssues.values() : [],
): void {
  const entries = [...issues]
    .map((issue) => ({ issue, control: form.controls.at(issue.pointer) }))
    .sort(byPlace);
  const list = JSON.stringify(entries.map((entry) => [entry.issue.message, linkOf(entry)]));
  if (listed.get(place) === list) return;
  listed.set(place, list);
  if (entries.length === 0) return place.replaceChildren();
  adopt(form.renderRoot, errorSummaryStyles);
  const summary = place.querySelector<HTMLElement>('.summary') ?? place.appendChild(box());
  const [title, content] = summary.children as unknown as [HTMLElement, HTMLElement];
  tell(title, form.strings.errors(entries.length));
  content.replaceChildren(...linksBySection(form, entries, content));
}

function box(): HTMLElement {
  const attributes = { class: 'summary', part: 'error-summary', role: 'group', tabindex: -1 };
  const title = { id: 'summary-title', class: 'summary-title', part: 'error-summary-title' };
  return make('div', { ...attributes, 'aria-labelledby': title.id }, make('h3', title), make('div', {}));
}

function linksBySection(
  form: FormElement,
  entries: readonly Entry[],
  before: HTMLElement,
): readonly HTMLElement[] {
  const sections = new Map<Element | null, Entry[]>();
  for (const entry of entries) {
    const section = entry.control?.element.closest('.section') ?? null;
    sections.set(section, [...(sections.get(section) ?? []), entry]);
  }
  if (entries.length < foldFrom || sections.size === 1) return [links(form, entries)];
  const folds = [...before.querySelectorAll('details')];
  const unfolded = folds.flatMap((fold) => (fold.open ? [fold.dataset['section']] : []));
  return [...sections].map(([section, found], index) => {
    const id = section?.id ?? '';
    const open = folds.length === 0 ? index === 0 : unfolded.includes(id);
    const heading = make('summary', {}, `${titleOf(section)}（${found.length}）`);
    return make('details', { open, 'data-section': id }, heading, links(form, found));
  });
}

function links(form: FormElement, entries: readonly Entry[]): HTMLElement {
  const items = entries.map((entry) => {
    const { message, pointer } = entry.issue;
    const href = linkOf(entry);
    if (href === undefined) return make('li', {}, message);
    const link = make('a', { href }, message);
    link.addEventListener('click', (event) => {
      // A hash would be looked for in the host page, where our ids do not exist.
      event.preventDefault();
      form.focusField(pointer);
    });
    return make('li', {}, link);
  });
  return make('ul', {}, ...items);
}

/** A hidden field has no place to go to. */
function linkOf({ issue, control }: Entry): string | undefined {
  const isHidden = control === undefined || (issue.locked && control.pointer !== issue.pointer);
  return isHidden ? undefined : `#f${issue.pointer}`;
}

function titleOf(section: Element | null): string {
  return section?.querySelector('.section-title')?.textContent.trim() ?? '';
}

function byPlace(one: Entry, other: Entry): number {
  if (!one.control || !other.control || one.control === other.control) return 0;
  const order = one.control.element.compareDocumentPosition(other.control.element);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) > 0 ? -1 : 1;
}
