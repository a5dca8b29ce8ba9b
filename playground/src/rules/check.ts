import type { CompiledRules, Contract, Language, ProgramContract, RulesDefinition } from '@zhinan/model';
import { compileRules, evaluateSource, render, statement, type CompiledPart } from '@zhinan/compiler/rules';
import { valueAt } from './rule-document.ts';

export interface Fix {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A finding of the build's own checker, at characters of the value it is about. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
  /** Characters of the expression; absent when it is about the whole value. */
  readonly span?: { readonly from: number; readonly to: number };
  readonly fix?: Fix;
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly byPointer: ReadonlyMap<string, readonly Finding[]>;
  /** Present when there is no error. */
  readonly rules: CompiledRules | undefined;
  /** Each part in plain Chinese, by pointer of the rule, amount …: as the build will word it. */
  readonly readings: ReadonlyMap<string, string>;
  readonly milliseconds: number;
}

const START = { line: 1, column: 1, offset: 0 };

/** Checks and compiles edited rules exactly as `zhinan check` and `zhinan build` do. */
export function checkRules(
  { codeLists, instants, calendarRegion, interpretations }: Contract,
  { forms }: ProgramContract,
  definition: RulesDefinition,
  language: Language,
): Checked {
  const began = performance.now();
  const input = {
    definition,
    forms,
    codeLists,
    instants,
    interpretations,
    ...(calendarRegion === undefined ? {} : { region: calendarRegion }),
    // As if each value stood at the beginning of the file: offsets then count from its opening quote.
    place: (pointer: string) => ({ file: 'rules.json', pointer, range: { start: START, end: START } }),
  };
  const { value, diagnostics } = compileRules(input);
  const findings = diagnostics.map((diagnostic): Finding => {
    const { code, severity, message, hint = '', params, place } = render(diagnostic, language);
    const text = valueAt(definition, pathOf(place.pointer));
    const end = place.range?.end.offset ?? 0;
    const written = typeof text === 'string' ? text : '';
    const span =
      end === 0
        ? undefined
        : { from: unescaped(written, place.range?.start.offset ?? 0), to: unescaped(written, end) };
    const fix = fixOf(code, params, written, span);
    return {
      code,
      severity,
      pointer: place.pointer,
      message,
      // An English sentence needs a space before the next.
      hint: language === 'en' && hint !== '' ? ` ${hint}` : hint,
      ...(span ? { span } : {}),
      ...(fix ? { fix } : {}),
    };
  });
  return {
    findings,
    byPointer: grouped(findings),
    readings: readingsOf(value?.parts ?? [], definition),
    rules: value === undefined ? undefined : evaluateSource(value),
    milliseconds: performance.now() - began,
  };
}

function readingsOf(
  parts: readonly CompiledPart[],
  { parameters = {} }: RulesDefinition,
): ReadonlyMap<string, string> {
  const values = Object.entries(parameters).map(
    ([name, { default: value }]) => [name, String(value)] as const,
  );
  const said = { parameters: new Map(values) };
  return new Map(
    parts.flatMap(({ pointer, main, when, kind }) => {
      // A quota over everybody has nothing to read out.
      if (main.is === 'literal') return [];
      const words = statement(main, { ...said, must: kind === 'rule' });
      return [[pointer, when === undefined ? words : `${statement(when, said)}的，${words}`] as const];
    }),
  );
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.pointer);
    if (group) group.push(finding);
    else groups.set(finding.pointer, [finding]);
  }
  return groups;
}

/** The checker's pointers name members plainly. */
function pathOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}

/** Index in the value of a place in its JSON text, quote included. */
function unescaped(value: string, offset: number): number {
  let ahead = 1;
  for (let index = 0; index < value.length; index += 1) {
    if (ahead >= offset) return index;
    ahead += JSON.stringify(value[index] ?? '').length - 2;
  }
  return value.length;
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
  '【': '[',
  '】': ']',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '－': '-',
  '＋': '+',
};

/** The remedy a machine can carry out: the one nearest name, or half-width signs. */
function fixOf(
  code: string,
  params: Readonly<Record<string, unknown>>,
  text: string,
  span: Finding['span'],
): Fix | undefined {
  const nearest = params['nearest'];
  if (typeof nearest === 'string' && nearest !== '') {
    if (!span) return { text: nearest, from: 0, to: text.length };
    return { ...span, text: code === 'rules/unknown-option' ? JSON.stringify(nearest) : nearest };
  }
  if (code !== 'rules/syntax') return undefined;
  const plain = [...text].map((sign) => HALF_WIDTH[sign] ?? sign).join('');
  return plain === text ? undefined : { from: 0, to: text.length, text: plain };
}
