import type { CSSResult } from '@lit/reactive-element';

/** Gives the shadow root around a node the styles of a part that came later, once. */
export function adopt(node: Node, { styleSheet }: CSSResult): void {
  const root = node.getRootNode();
  if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets.push(styleSheet);
}
