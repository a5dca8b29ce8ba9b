import type { Json, JsonObject } from '@zhinan/model';

export interface Mutant {
  readonly kind: 'other type' | 'left out' | 'unknown entry' | 'null';
  readonly pointer: string;
  readonly document: Json;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escaped = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A value of another JSON type. */
function otherType(value: Json): Json {
  if (typeof value === 'string') return 7;
  return typeof value === 'object' ? '文字' : { wrong: true };
}

function own(value: Json, pointer: string): readonly Mutant[] {
  return [
    { kind: 'other type', pointer, document: otherType(value) },
    { kind: 'null', pointer, document: null },
    ...(isObject(value)
      ? [
          {
            kind: 'unknown entry' as const,
            pointer: `${pointer}/notInTheForm`,
            document: { ...value, notInTheForm: 1 },
          },
        ]
      : []),
  ];
}

/** Every structurally changed copy of a document with one change each; most but not all are wrong (an optional answer may be left out). */
export function mutants(value: Json, pointer = ''): readonly Mutant[] {
  const inside = isObject(value)
    ? Object.entries(value).flatMap(([key, item]) => {
        const { [key]: _, ...without } = value;
        const at = pointer + escaped(key);
        return [
          { kind: 'left out' as const, pointer: at, document: without },
          ...mutants(item, at).map((mutant) => ({
            ...mutant,
            document: { ...value, [key]: mutant.document },
          })),
        ];
      })
    : Array.isArray(value)
      ? value.flatMap((item: Json, index) =>
          mutants(item, pointer + escaped(index)).map((mutant) => ({
            ...mutant,
            document: value.with(index, mutant.document),
          })),
        )
      : [];
  return [...own(value, pointer), ...inside];
}
