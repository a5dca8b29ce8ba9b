import type { Sheet } from './sheet.ts';

/** Gives the shadow root around a node the styles of a part that came later, once. */
export function adopt(node: Node, styles: Sheet): void {
  const root = node.getRootNode();
  const made = styles();
  if (!(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(made)) return;
  root.adoptedStyleSheets.push(made);
}
