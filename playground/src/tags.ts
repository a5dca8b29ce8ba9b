/** Export name of a form in generated modules: `pledge-person` is `pledgePerson`. */
export function exportName(id: string): string {
  return id.replaceAll(/[-_.\s]+(.)/g, (_, letter: string) => letter.toUpperCase());
}
