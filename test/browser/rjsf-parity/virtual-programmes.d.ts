declare module 'virtual:programmes' {
  /** By `<package>/<program>`: defines the elements and gives the RJSF kits by form, props of RJSF's `<Form>`. */
  export const programmes: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>>;
}
