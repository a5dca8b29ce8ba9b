/**
 * Defines a tag once. A second definition, of another copy or version on the same page, leaves the first one in place:
 * the registry allows no change, and the `version` attribute of the elements tells which one runs.
 *
 * `from` is the address of the script that defines: `…bundle.js?prefix=sz` makes `zn-…` to `sz-…`, so that two editions
 * stand on one page. A host with a bundler gives `name` as it wants it.
 */
export function defineElement(name: string, element: CustomElementConstructor, from = ''): void {
  const tag = name.replace(/^zn(?=-)/, new URLSearchParams(from.split('?')[1]).get('prefix') ?? 'zn');
  // A server that imports what defines has no registry.
  if (!globalThis.customElements || customElements.get(tag)) return;
  try {
    customElements.define(tag, element);
  } catch {
    // A class stands in the registry under one name only; a name that is none fails again.
    customElements.define(tag, class extends element {});
  }
}
