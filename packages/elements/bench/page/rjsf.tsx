import type { JsonObject } from '@zhinan/model';
import Form from '@rjsf/core';
import type { FieldProps, RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';
import { createRoot } from 'react-dom/client';
import { offer } from './page-engine.ts';

interface Kit {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema<JsonObject>;
  readonly validator: ValidatorType<JsonObject>;
}

/** Stored files by name: RJSF itself would draw five text fields for each, as it takes files as data URLs only. */
function Files({ formData, schema, required, fieldPathId, onChange }: FieldProps) {
  const stored = (formData ?? []) as readonly { readonly name: string }[];
  return (
    <fieldset id={fieldPathId.$id}>
      <legend>
        {schema.title}
        {required ? '*' : ''}
      </legend>
      <p>{schema.description}</p>
      <ul>
        {stored.map((file) => (
          <li key={file.name}>
            {file.name}{' '}
            <button
              type="button"
              onClick={() =>
                onChange(
                  stored.filter((other) => other !== file),
                  fieldPathId.path,
                )
              }
            >
              删除
            </button>
          </li>
        ))}
      </ul>
      <input type="file" multiple aria-label={schema.title} />
    </fieldset>
  );
}

/** The uiSchema with our field for files, wherever a list of stored files is. */
function withFiles(given: RJSFSchema, root: RJSFSchema, ui: UiSchema<JsonObject> = {}): UiSchema<JsonObject> {
  const target = root.$defs?.[given.$ref?.split('/').at(-1) ?? ''];
  const schema = { ...(target as RJSFSchema | undefined), ...given };
  const items = schema.items as RJSFSchema | undefined;
  if (items?.properties?.['sha256']) return { ...ui, 'ui:field': 'files' };
  if (items) return { ...ui, items: withFiles(items, root, ui['items'] as UiSchema<JsonObject>) };
  const children = Object.entries(schema.properties ?? {}).map(([key, part]) => [
    key,
    withFiles(part as RJSFSchema, root, ui[key] as UiSchema<JsonObject>),
  ]);
  return { ...ui, ...(Object.fromEntries(children) as UiSchema<JsonObject>) };
}

/** Keeps its own data, as its documentation advises for large forms; a field is checked when it is left, as ours is. */
export function rjsf({ schema, uiSchema, validator }: Kit): void {
  const whole = withFiles(schema, schema, uiSchema);
  offer({
    field: '.rjsf-field-string, .rjsf-field-boolean, .rjsf-field-integer, .form-group.rjsf-field-array',
    others: '.rjsf-field-array-of-object',
    mount(host, answers) {
      createRoot(host).render(
        <Form<JsonObject>
          schema={schema}
          uiSchema={whole}
          validator={validator}
          fields={{ files: Files }}
          formData={answers}
          liveValidate="onBlur"
          noHtml5Validate
          focusOnFirstError
          showErrorList="top"
          onError={() => undefined}
        />,
      );
    },
    submit: (host) => host.querySelector('form')?.requestSubmit(),
  });
}
