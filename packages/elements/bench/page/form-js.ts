import { Form } from '@bpmn-io/form-js-viewer';
import { adapted } from './adapted.ts';
import { offer } from './page-engine.ts';

interface Given {
  readonly schema: object;
  /** Yes and no, whose options are texts here. */
  readonly texts: readonly string[];
  readonly without: readonly string[];
}

const kinds = [
  'textfield',
  'textarea',
  'number',
  'datetime',
  'select',
  'radio',
  'checklist',
  'checkbox',
  'filepicker',
];

export function formJs({ schema, texts, without }: Given): void {
  let form: Form | undefined;
  offer({
    field: kinds.map((kind) => `.fjs-form-field-${kind}`).join(),
    mount(host, answers) {
      form = new Form({ container: host });
      const data = adapted(adapted(answers, texts, String), without, () => undefined);
      return form.importSchema(schema, data);
    },
    submit: () => form?.submit(),
  });
}
