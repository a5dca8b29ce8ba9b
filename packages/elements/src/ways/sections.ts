import type { Control } from '../controls/control.ts';
import { type Answers, answerAt } from '../form/answers.ts';
import { classOf } from '../form/form-class.ts';
import type { FormElement } from '../form/form-element.ts';
import type { Issue } from '../form/form-model.ts';
import { type SectionState, stateOf } from './section-state.ts';

/** One section with something to ask, as it stands now. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
  readonly controls: readonly Control[];
  /** What the person can mend here. */
  readonly issues: readonly Issue[];
  readonly state: SectionState;
}

/** What the person did with the sections, by id. */
export interface Progress {
  readonly visited: ReadonlySet<string>;
  /** Sections whose errors the person was shown. */
  readonly told: ReadonlySet<string>;
}

export function sectionElements(form: FormElement): readonly HTMLElement[] {
  return [...form.renderRoot.querySelectorAll<HTMLElement>('.section')];
}

export function sectionId(element: Element): string {
  return element.id.replace(/^section-/, '');
}

export function sectionTitle(element: Element): string {
  return element.querySelector('.section-title')?.textContent.trim() ?? '';
}

/** Sections with at least one field on the screen; those that ask for nothing now are passed over. */
export function sectionsOf(form: FormElement, { visited, told }: Progress): readonly Section[] {
  const around = (control: Control | undefined): Element | null =>
    control?.element.closest('.section') ?? null;
  const controls = groupBy(form.controls, around);
  const mendable = form.fixed ? [] : form.model.issues.filter(({ locked }) => locked !== true);
  const issues = groupBy(mendable, ({ pointer }) => around(form.controls.at(pointer)));
  const { defaults } = classOf(form);
  // Answered by the person, not by the host and not by the form itself.
  const isOwn = ({ pointer, value }: Control): boolean =>
    value !== undefined &&
    !form.model.provenance[pointer] &&
    value !== answerAt(defaults as Answers, pointer);
  return sectionElements(form).flatMap((element) => {
    if (!element.querySelector('.fields > *')) return [];
    const id = sectionId(element);
    // While nobody can say where something is wrong, no section is done.
    const known = form.model.tells ? issues.get(element) : mendable;
    const own = { controls: controls.get(element) ?? [], issues: known ?? [] };
    const state = stateOf({
      answered: own.controls.filter(isOwn).length,
      visited: visited.has(id),
      told: told.has(id) || form.model.tried,
      issues: own.issues,
    });
    return [{ id, title: sectionTitle(element), element, ...own, state }];
  });
}

/** Things by what they belong to, in their order. */
export function groupBy<Thing, Key>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
