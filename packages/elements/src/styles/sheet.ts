/** A style sheet of shadow roots, made when the first of them needs it: a server that imports an element has none. */
export type Sheet = () => CSSStyleSheet;

/** A sheet of a text that is read once, so that the page does not keep it beside the sheet. */
export function sheet(text: () => string): Sheet {
  let made: CSSStyleSheet | undefined;
  return () => {
    if (!made) {
      made = new CSSStyleSheet();
      made.replaceSync(text());
    }
    return made;
  };
}

/** Marks a text as CSS, for editors and for whatever makes it shorter; nothing can be put into it. */
export function css([text]: TemplateStringsArray): string {
  return text ?? '';
}
