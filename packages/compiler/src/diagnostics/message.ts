import type { Diagnostic, Language, Param, Place, Severity } from '@zhinan/model';

type Params = Readonly<Record<string, Param>>;
/** One sentence in each language; `zh` is what officers read, so it names the thing and the remedy in plain words. */
export type Text<P extends Params> = {
  readonly zh: (params: P) => string;
  readonly en: (params: P) => string;
};

/** What is said for one code. */
export interface Message<P extends Params = Params> {
  readonly severity: Severity;
  readonly message: Text<P>;
  /** The remedy. */
  readonly hint?: Text<P>;
}

/** Declares a message with typed params: `message<{ name: string }>({ severity: 'error', message: { zh, en } })`. */
export function message<P extends Params>(definition: Message<P>): Message<P> {
  return definition;
}

// oxlint-disable-next-line typescript/no-explicit-any -- the params of each entry stay typed through ParamsOf
export type Messages = Readonly<Record<string, Message<any>>>;
export type ParamsOf<M> = M extends Message<infer P> ? P : never;

/** A reporter bound to one catalogue part: an unknown code or a missing param does not compile. */
export function reporter<M extends Messages>(messages: M) {
  return <C extends keyof M & string>(
    code: C,
    place: Place,
    params: ParamsOf<M[C]>,
    more: Pick<Diagnostic, 'clause' | 'related'> = {},
  ): Diagnostic => {
    const entry = messages[code];
    if (!entry) throw new Error(`no message for ${code}`);
    return { code, severity: entry.severity, place, params, ...more };
  };
}

/** Looks a text up in the language asked for. */
export function say<P extends Params>(text: Text<P>, params: P, language: Language): string {
  return language === 'en' ? text.en(params) : text.zh(params);
}
