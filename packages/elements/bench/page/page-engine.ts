import type { JsonObject } from '@zhinan/model';

/** What the harness in the page asks of an engine. */
export interface PageEngine {
  /** Draws the form with these answers into `host`. May return before all is drawn. */
  mount(host: HTMLElement, answers: JsonObject): unknown;
  /** Does what a press on the form's submit button does. */
  submit(host: HTMLElement): unknown;
  /** The tree that holds the fields; default the host. */
  root?(host: HTMLElement): ParentNode;
  /** Matches the box around each control. */
  readonly field: string;
  /** Matches once in each of those boxes that is not one more control: lists, parts of one. */
  readonly others?: string;
}

declare global {
  var benchEngine: PageEngine | undefined;
}

export function offer(engine: PageEngine): void {
  globalThis.benchEngine = engine;
}
