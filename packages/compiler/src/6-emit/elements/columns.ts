import type { Field, FieldKind } from './field.ts';
import { literal } from './literal.ts';

type Rows = Field & { readonly kind: 'rows' };

/** Kinds of fields a spreadsheet can bring, as `Column` of `@zhinan/elements` names them. */
const kinds: Partial<Readonly<Record<FieldKind['kind'], string>>> = {
  text: 'text',
  'long-text': 'text',
  code: 'code',
  number: 'number',
  money: 'money',
  amount: 'money',
  date: 'date',
  select: 'choice',
  radios: 'choice',
  checkboxes: 'choices',
};

/** All lists of a form that take rows from a spreadsheet: a row must have at least two such fields. */
export function pastedLists(fields: readonly Field[]): readonly Rows[] {
  return fields.flatMap((field) => [
    ...(field.kind === 'rows' && columnsOf(field).length > 1 ? [field] : []),
    ...('fields' in field ? pastedLists(field.fields) : []),
  ]);
}

/**
 * A module with the columns of each list, by path. It stands beside the form and is loaded when somebody pastes: most
 * people never do.
 */
export function columnsModule(lists: readonly Rows[]): string {
  const entries = lists.map((list) => `${literal(list.path)}: ${literal(columnsOf(list))},`);
  return `/** What a spreadsheet may bring into the lists of the form. */\nexport const columns = {\n${entries.join('\n')}\n};\n`;
}

function columnsOf({ fields }: Rows): readonly object[] {
  return fields.flatMap((field) => {
    const kind = kinds[field.kind];
    if (kind === undefined || field.readOnly) return [];
    const options = 'options' in field ? field.options : undefined;
    const flag = options?.every(({ value }) => typeof value === 'boolean');
    return [
      {
        key: field.key,
        title: field.title,
        kind: flag ? 'flag' : kind,
        ...(options && !flag ? { options: options.map(({ value, title }) => [value, title]) } : {}),
        ...(field.kind === 'number' && field.unit !== undefined ? { unit: field.unit } : {}),
      },
    ];
  });
}
