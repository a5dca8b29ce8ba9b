import { accepts } from './explain.ts';
import { issuesOf } from './issues.ts';
import { chinese } from './message-zh.ts';
import type { Shape } from './shape.ts';

/** An error as Ajv reports it, and react-jsonschema-form reads it. */
export interface AjvError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A validation function of Ajv's kind: errors are left on the function. */
export interface AjvFunction {
  (data: unknown): boolean;
  errors?: readonly AjvError[] | null;
}

/**
 * A shape as a function of Ajv's kind, for hosts such as react-jsonschema-form: errors stand at the field itself, in
 * our words. RJSF puts raw property names in front of a message unless an error names dependencies, hence `deps`.
 */
export function ajvFunction(shape: Shape): AjvFunction {
  const run: AjvFunction = (data) => {
    const valid = accepts(shape, data);
    run.errors = valid
      ? null
      : issuesOf(shape, data, chinese).map(({ pointer, keyword, params, message, path }) => {
          const { missingProperty: _, ...rest } = params;
          const deps = String(path.at(-1) ?? 'form');
          return { instancePath: pointer, schemaPath: '#', keyword, params: { ...rest, deps }, message };
        });
    return valid;
  };
  return run;
}
