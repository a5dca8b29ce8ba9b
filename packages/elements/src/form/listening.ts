/**
 * A class of elements whose listeners get the details of our events by name; other events as on every element. Only
 * types say so: `extends (LitElement as Listening<ViewEventMap> & typeof LitElement)`.
 */
export type Listening<Events> = abstract new (
  // oxlint-disable-next-line typescript/no-explicit-any -- TypeScript asks for exactly this of a class to extend
  ...args: any[]
) => {
  addEventListener<Name extends keyof Events & string>(
    name: Name,
    listener: (event: Events[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
};
