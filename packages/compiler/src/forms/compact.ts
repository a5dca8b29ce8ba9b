/** One error as Ajv's code builds and keeps it; `\1` is the number of its variable. */
const errorCode =
  /const err(\d+) = \{instancePath(?::([^{}]*?))?,schemaPath:"((?:[^"\\]|\\.)*)",keyword:"(\w+)",params:([\s\S]*?)\};if\(vErrors === null\)\{vErrors = \[err\1\];\}else \{vErrors\.push\(err\1\);\}errors\+\+;/g;

/** A reference from the code into a schema kept beside it, e.g. `schema19.properties.level.enum`. */
const schemaReference = /\b(schema\d+)((?:\.[A-Za-z_$][\w$]*|\["(?:[^"\\]|\\.)*"\]|\[\d+\])+)/g;

const schemaConstant = /const (schema\d+) = (\{[\s\S]*?\});(?=const |function |$)/g;

function resolved(value: unknown, steps: string): unknown {
  let found: unknown = value;
  for (const [, plain, quoted, index] of steps.matchAll(/\.([\w$]+)|\[("(?:[^"\\]|\\.)*")\]|\[(\d+)\]/g)) {
    const step = plain ?? (quoted === undefined ? index : (JSON.parse(quoted) as string)) ?? '';
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return found;
}

/** Writes the few values that the code reads from its schema where they are read: the schema itself then drops out. */
function withoutSchemas(code: string): string {
  const schemas = new Map<string, unknown>();
  for (const [, name = '', text = ''] of code.matchAll(schemaConstant)) {
    try {
      schemas.set(name, JSON.parse(text));
    } catch {
      // Not plain JSON: left as it is, which is longer but right.
    }
  }
  return code.replaceAll(schemaReference, (reference, name: string, steps: string) => {
    const value = resolved(schemas.get(name), steps);
    return value === undefined ? reference : JSON.stringify(value);
  });
}

/**
 * The same validation code in about half the bytes: an error is kept by one call of `fail` (a free name) and without
 * `schemaPath`, which is wrong behind a reference anyway. What does not look as expected is left as it is.
 */
export function compact(code: string): string {
  const shorter = code.replaceAll(
    errorCode,
    (_, _number, path: string | undefined, schemaPath: string, keyword: string, params: string) => {
      // What entries were tried for inside `contains` is no finding of its own.
      const told = schemaPath.includes('/contains/') && keyword !== 'contains' ? 'try' : keyword;
      return `vErrors = fail(vErrors,${path ?? 'instancePath'},"${told}",${params});errors++;`;
    },
  );
  return withoutSchemas(shorter);
}
