import type { CodeList, Diagnostic, FormContract, FormSchema, Place } from '@zhinan/model';
import { bind } from '../rules/bind.ts';
import { expect } from '../rules/expect.ts';
import { comment, Generator } from '../rules/generate.ts';
import { parse } from '../rules/parse.ts';
import { Reports } from '../rules/reports.ts';
import { faulty, type Names, type RowScope } from '../rules/scope.ts';
import { fieldsRead } from '../rules/typed.ts';
import { type FieldType, fieldsOf, type Type } from '../rules/types.ts';
import { dereferenced, layers } from './form-schema.ts';

/** A field that is worked out, where it stands and from what. */
interface Written {
  readonly path: string;
  readonly title: string;
  readonly expression: string;
  readonly type: Type;
  readonly rows: readonly RowScope[];
}

export interface CompiledComputed {
  /** Paths of the fields, `budget/share`. */
  readonly paths: readonly string[];
  /** Paths of the answers they are worked out from. */
  readonly reads: readonly string[];
  /** JavaScript of a list of `ComputedField`; free names `z` (the rule runtime) and `identifiers`. Empty when there are none. */
  readonly code: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a resident ID says of its holder; the rule language has no texts to take apart. */
const ofResidentId = /^\s*(birthDate|sex)\(\s*([A-Za-z]\w*)\s*\)\s*$/;

/** Binds and writes the expressions of a form's computed fields. `place` finds one by its text, for findings. */
export function compileComputed(
  form: FormContract,
  codeLists: Readonly<Record<string, CodeList>>,
  place: (expression: string) => Place = () => ({ file: '', pointer: '' }),
): CompiledComputed {
  const fields = fieldsOf(form.schema, codeLists);
  const names: Names = {
    forms: new Map([[form.id, fields]]),
    parameters: new Map(),
    sets: new Map(),
    tables: new Map(),
  };
  const generator = new Generator();
  const diagnostics: Diagnostic[] = [];
  const reads = new Map<string, readonly string[]>();
  const lines = computedIn(form, fields).map((written) => {
    const { path, expression, type, rows, title } = written;
    const reports = new Reports(() => place(expression));
    const special = ofResidentId.exec(expression);
    const text = special?.[2] ?? expression;
    const report = reports.at('', text);
    const parsed = parse(text);
    if ('fault' in parsed) report(parsed.fault.code, parsed.fault.span, parsed.fault.params as never);
    const scope = { names, rows, tell: report, text };
    const bound = 'fault' in parsed ? faulty : bind(parsed.syntax, scope);
    if (!('fault' in parsed)) expect(bound, special ? 'text' : type.is, parsed.syntax, scope);
    diagnostics.push(...reports.found);
    if (bound.type.is === 'error' || reports.found.length > 0) return '';
    reads.set(
      path,
      fieldsRead(bound).map(({ field }) =>
        field.key.replaceAll('[]', '').split('/').slice(1).filter(Boolean).join('/'),
      ),
    );
    const value = generator.expression(bound);
    const parameters = ['f', ...rows.map(({ row }) => generator.rowName(row))].join(', ');
    const code = special ? `identifiers.${special[1]}Of(${value})` : value;
    const codes = type.is === 'rank' ? `, codes: ${JSON.stringify(type.options.codes)}` : '';
    return `  // ${comment(`${title} = ${expression}`)}\n  { path: ${JSON.stringify(path)}, value: (${parameters}) => ${code}${codes} },`;
  });
  const code = `(() => {\n${generator.constants().join('\n')}\nreturn [\n${ordered([...reads.keys()], reads)
    .map((path) => lines.find((line) => line.includes(`{ path: ${JSON.stringify(path)},`)))
    .join('\n')}\n];\n})()`;
  return {
    paths: [...reads.keys()],
    reads: [...new Set([...reads.values()].flat())],
    code: reads.size === 0 ? '' : code,
    diagnostics,
  };
}

/** What is worked out from another computed field comes after it. A circle keeps its order; it never settles on a value. */
function ordered(paths: readonly string[], reads: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, above: ReadonlySet<string>): void => {
    if (done.has(path) || above.has(path)) return;
    for (const read of reads.get(path) ?? []) if (reads.has(read)) visit(read, new Set([...above, path]));
    done.add(path);
  };
  for (const path of paths) visit(path, new Set());
  return [...done];
}

function computedIn(form: FormContract, fields: ReadonlyMap<string, FieldType>): readonly Written[] {
  const root = form.schema;
  const within = (
    object: FormSchema,
    types: ReadonlyMap<string, FieldType>,
    path: readonly string[],
    rows: readonly RowScope[],
  ): readonly Written[] =>
    layers(object, root).flatMap(({ properties = {} }) =>
      Object.entries(properties).flatMap(([name, written]): readonly Written[] => {
        const schema = dereferenced(written, root);
        const type = types.get(name)?.type;
        if (!type) return [];
        const here = [...path, name];
        const expression = schema['x-computed'];
        const found: Written[] =
          expression === undefined
            ? []
            : [{ path: here.join('/'), title: schema.title ?? name, expression, type, rows }];
        if (type.is === 'record') found.push(...within(schema, type.fields, here, rows));
        if (type.is === 'list' && type.item.is === 'record' && schema.items) {
          const listKey = [form.id, ...here].join('/');
          const row: RowScope = { row: rows.length, item: type.item, listKey };
          found.push(...within(schema.items, type.item.fields, here, [...rows, row]));
        }
        return found;
      }),
    );
  return within(root, fields, [], []);
}
