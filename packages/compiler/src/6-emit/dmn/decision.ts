import type { Grounds, Sources } from './sources.ts';
import type { DmnNames } from './identifiers.ts';
import { element } from './xml.ts';
import type { Element } from './xml.ts';

/** Our own elements beside DMN's: what a tool that knows us can show, and others pass by. */
export const ownNamespace = 'urn:zhinan:dmn:1';

export interface DecisionParts {
  /** FEEL name, which is also what other decisions call it by. */
  readonly name: string;
  readonly title: string;
  readonly typeRef: string;
  readonly description: string;
  readonly grounds: Grounds;
  /** Kind of thing in our definition and its id there. */
  readonly origin: { readonly kind: string; readonly id: string; readonly strength?: string };
  /** As the officer wrote it. */
  readonly written?: string;
  readonly inputs: Iterable<string>;
  readonly decisions?: Iterable<string>;
  readonly logic: Element;
}

/** FEEL as decision logic. */
export const literal = (text: string, typeRef?: string): Element =>
  element('literalExpression', { typeRef }, [element('text', {}, text)]);

/** Named intermediate values and what follows from them. */
export const boxedContext = (
  entries: readonly (readonly [name: string, typeRef: string, text: string])[],
  result: string,
  typeRef: string,
): Element =>
  element('context', { typeRef }, [
    ...entries.map(([name, type, text]) =>
      element('contextEntry', {}, [element('variable', { name, typeRef: type }), literal(text, type)]),
    ),
    element('contextEntry', {}, [literal(result, typeRef)]),
  ]);

/** Input data: what the host hands over under this name. */
export const inputData = (names: DmnNames, name: string, title: string, typeRef: string): Element => {
  const id = names.id(`input.${name}`);
  return element('inputData', { id, name, label: title }, [
    element('variable', { id: `${id}.variable`, name, typeRef }),
  ]);
};

/** One decision with all that it requires. */
export function decision(parts: DecisionParts, names: DmnNames, sources: Sources): Element {
  const { name, title, typeRef, grounds, origin, written } = parts;
  const id = names.id(`decision.${name}`);
  const requires = (kind: 'requiredInput' | 'requiredDecision', other: string) => {
    const target = names.id(kind === 'requiredInput' ? `input.${other}` : `decision.${other}`);
    return element('informationRequirement', { id: names.id(`${id}.${target}`) }, [
      element(kind, { href: `#${target}` }),
    ]);
  };
  const own = [
    ...[grounds.clause].flat().map((clause) => element('zn:clause', {}, clause)),
    ...(grounds.interpretation === undefined
      ? []
      : [element('zn:interpretation', {}, grounds.interpretation)]),
    ...(written === undefined ? [] : [element('zn:expression', {}, written)]),
  ];
  return element('decision', { id, name, label: title }, [
    element('description', {}, parts.description),
    element('extensionElements', {}, [
      element(`zn:${origin.kind}`, { id: origin.id, strength: origin.strength }, own),
    ]),
    element('variable', { id: `${id}.variable`, name, typeRef }),
    ...[...parts.inputs].map((input) => requires('requiredInput', input)),
    ...[...(parts.decisions ?? [])].map((other) => requires('requiredDecision', other)),
    ...sources.requirements(id, grounds),
    parts.logic,
  ]);
}
