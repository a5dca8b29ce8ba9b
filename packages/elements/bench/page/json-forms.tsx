import type { JsonSchema, UISchemaElement } from '@jsonforms/core';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createRoot } from 'react-dom/client';
import { adapted } from './adapted.ts';
import { offer } from './page-engine.ts';

interface Given {
  readonly schema: JsonSchema;
  readonly uischema: UISchemaElement;
  /** Fields of files, which are texts here. */
  readonly files: readonly string[];
}

export function jsonForms({ schema, uischema, files }: Given): void {
  offer({
    field: '.control, td input, td select, td textarea',
    others: 'table',
    mount(host, answers) {
      createRoot(host).render(
        <JsonForms
          schema={schema}
          uischema={uischema}
          data={adapted(answers, files, (stored) => JSON.stringify(stored).slice(0, 100))}
          renderers={vanillaRenderers}
          cells={vanillaCells}
        />,
      );
    },
    // It has no button: what is wrong is shown from the start.
    submit: () => undefined,
  });
}
