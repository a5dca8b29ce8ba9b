import { toIssues, type CompiledValidator } from './form-validator.ts';
import type { FieldLabel } from './label.ts';

/**
 * The same validation function, leaving errors as react-jsonschema-form reads them: at the field itself and in our
 * words. RJSF puts raw property names in front of a message unless an error names dependencies, hence `deps`.
 */
export function rjsfFunction(validate: CompiledValidator, labels: FieldLabel): CompiledValidator {
  const run: CompiledValidator = (data) => {
    const valid = validate(data);
    run.errors = valid
      ? null
      : toIssues(validate.errors ?? [], data, labels).map(({ pointer, keyword, params, message, path }) => {
          const { missingProperty: _, ...rest } = params;
          const deps = String(path.at(-1) ?? 'form');
          return { instancePath: pointer, schemaPath: '#', keyword, params: { ...rest, deps }, message };
        });
    return valid;
  };
  return run;
}
