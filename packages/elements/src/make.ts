type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its attributes and children; an attribute that is undefined or false is left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : `${value}`);
  element.append(...children);
  return element;
}

/** A button with classes, and a part of its own, beside those of every button. A press is told with the button. */
export function makeButton(
  classes: string,
  part: string,
  label: string,
  press?: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const button = make(
    'button',
    { type: 'button', class: `button ${classes}`, part: `button ${part}` },
    label,
  );
  if (press) button.addEventListener('click', () => press(button));
  return button;
}

/** Puts words into a node that does not say them yet: one that stays is not touched. */
export function tell(node: Node, words: string): void {
  if (node.textContent !== words) node.textContent = words;
}

/** Puts children into a container in this order, before whatever else is in it. One that is in its place is not touched. */
export function arrange(container: Element, children: Iterable<Node>): void {
  let next = container.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else container.insertBefore(child, next);
  }
}

/** Puts those children into a container that are to stand there now, and takes the others out. */
export function arrangeWhere(container: Element, children: readonly (readonly [Node, boolean])[]): void {
  for (const [child, stands] of children) if (!stands && child.parentNode) container.removeChild(child);
  arrange(
    container,
    children.flatMap(([child, stands]) => (stands ? [child] : [])),
  );
}
