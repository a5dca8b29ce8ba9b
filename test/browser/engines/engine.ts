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
  /** Presses and releases one key after the other: names as of `KeyboardEvent.key`, or the sign that a key writes. */
  press(keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Keys that write no sign, as WebDriver numbers them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const unwritten: Readonly<Record<string, string>> = {
  Tab: '\ue004',
  Enter: '\ue007',
  Escape: '\ue00c',
  ArrowUp: '\ue013',
  ArrowDown: '\ue015',
};

/** Keys pressed one after the other, as WebDriver and WebDriver BiDi both take them. */
export function keyActions(keys: readonly string[]): readonly object[] {
  const actions = keys
    .map((key) => unwritten[key] ?? key)
    .flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
  return [{ type: 'key', id: 'keyboard', actions }];
}

/** The text of a call in the page: its answer, or what it failed with, as JSON. */
export function callText(inPage: (argument: never) => unknown, argument: unknown): string {
  return `(async () => JSON.stringify((await (${inPage.toString()})(${JSON.stringify(argument) ?? 'undefined'})) ?? null))()`;
}
