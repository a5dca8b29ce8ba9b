import type { Page } from 'playwright-core';

/** What Chromium tells assistive software of one thing on the page. */
interface Told {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: unknown };
  }[];
  readonly childIds?: readonly string[];
}

/** Roles that are read out; whatever else there is only holds others, and browsers call it as they like. */
const told = new Set(
  `heading group radiogroup radio checkbox textbox combobox option button link list listitem status alert table row
  columnheader cell progressbar navigation dialog StaticText`.split(/\s+/),
);

/** The name of a control: it is read out with the control. */
const naming = new Set(['LabelText', 'Legend']);

/** States that are read out when they are so. */
const states = ['required', 'invalid', 'disabled', 'readonly', 'checked', 'expanded', 'multiline'];

/**
 * What a screen reader has to read out below an element, in reading order, one thing a line: role, name, value, states,
 * and the description after a dash.
 */
export async function spoken(page: Page, selector: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Told[] };
  const { root } = (await session.send('DOM.getDocument')) as { root: { nodeId: number } };
  const { nodeId } = (await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })) as {
    nodeId: number;
  };
  const { nodes: partial } = (await session.send('Accessibility.getPartialAXTree', {
    nodeId,
    fetchRelatives: false,
  })) as { nodes: readonly Told[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const read = (id: string, around: string, depth: number): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = text(node.role) === 'DisclosureTriangle' ? 'button' : text(node.role);
    // A text that only repeats the name of what it stands in is not read twice.
    const isRepeated = role === 'StaticText' && around.includes(text(node.name));
    const said = !node.ignored && told.has(role) && !isRepeated;
    if (said) lines.push('  '.repeat(depth) + lineOf(node, role));
    const name = said || naming.has(role) ? nameOf(node) || around : around;
    for (const child of node.childIds ?? []) read(child, name, said ? depth + 1 : depth);
  };
  /** A label has no name of its own, but its words are one. */
  const nameOf = (node: Told): string =>
    naming.has(text(node.role)) ? wordsIn(node.nodeId) : text(node.name);
  const wordsIn = (id: string): string => {
    const node = byId.get(id);
    if (text(node?.role) === 'StaticText') return text(node?.name);
    return (node?.childIds ?? []).map(wordsIn).join('');
  };
  for (const { nodeId: id } of partial) read(id, '', 0);
  return `${lines.join('\n')}\n`;
}

function lineOf(node: Told, role: string): string {
  const said = states.flatMap((name) => {
    const value = node.properties?.find((property) => property.name === name)?.value.value;
    if (value === undefined || value === false || value === 'false') return [];
    return [value === true || value === 'true' ? name : `${name}=${String(value)}`];
  });
  const value = text(node.value);
  const description = text(node.description);
  if (role === 'StaticText') return `“${text(node.name)}”`;
  return [
    role,
    ...(text(node.name) === '' ? [] : [`“${text(node.name)}”`]),
    ...(value === '' ? [] : [`= ${value}`]),
    ...said,
    ...(description === '' ? [] : [`— ${description}`]),
  ].join(' ');
}

function text(property: { readonly value?: unknown } | undefined): string {
  return typeof property?.value === 'string' || typeof property?.value === 'number'
    ? String(property.value).trim()
    : '';
}
