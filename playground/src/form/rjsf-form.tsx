import type { JsonObject } from '@zhinan/model';
import Form, { type IChangeEvent } from '@rjsf/core';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import { createRoot } from 'react-dom/client';
import type { RjsfKit } from '../packages.ts';

export interface RjsfState {
  readonly kit: RjsfKit;
  readonly answers: JsonObject;
  readonly onChange: (answers: JsonObject) => void;
  readonly onSubmit: (answers: JsonObject) => void;
}

export interface RjsfMount {
  draw(state: RjsfState): void;
  unmount(): void;
}

type Data = JsonObject | undefined;

/** A React root that renders one generated form through react-jsonschema-form. */
export function mountRjsf(host: HTMLElement): RjsfMount {
  const root = createRoot(host);
  return {
    draw: ({ kit, answers, onChange, onSubmit }) =>
      root.render(
        <Form<Data>
          {...kit}
          schema={kit.schema as RJSFSchema}
          validator={kit.validator as ValidatorType<Data>}
          formData={answers}
          noHtml5Validate
          focusOnFirstError
          // Without it RJSF writes each refusal to the console.
          onError={() => undefined}
          onChange={({ formData }: IChangeEvent<Data>) => onChange(formData ?? {})}
          onSubmit={({ formData }: IChangeEvent<Data>) => onSubmit(formData ?? {})}
        />,
      ),
    unmount: () => root.unmount(),
  };
}
