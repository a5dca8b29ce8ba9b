/**
 * Defines a tag once. A second definition, of another copy or version on the same page, leaves the first one in place:
 * the registry allows no change, and the `version` attribute of the elements tells which one runs.
 */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
