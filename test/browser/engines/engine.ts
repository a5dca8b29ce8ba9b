/** A browser that is not Chromium, as far as our tests drive it: a page to open, and functions to run in it. */
export interface Engine {
  /** Name and version, as the browser says it. */
  readonly version: string;
  open(url: string): Promise<void>;
  /** Runs a function in the page, which sees nothing of its surroundings here; argument and answer are JSON. */
  run<Answer, Argument>(
    inPage: (argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Awaited<Answer>>;
  close(): Promise<void>;
}

/** The text of a call in the page: its answer, or what it failed with, as JSON. */
export function callText(inPage: (argument: never) => unknown, argument: unknown): string {
  return `(async () => JSON.stringify((await (${inPage.toString()})(${JSON.stringify(argument) ?? 'undefined'})) ?? null))()`;
}
