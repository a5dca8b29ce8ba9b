import type { Diagnostic } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { resolveMessages } from '../../diagnostics/messages/resolve.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { dateIn } from './references/dates.ts';
import { fieldNames, fieldSchema } from './references/fields.ts';
import { mentionsIn, metaMentions, type Mention } from './references/mentions.ts';
import type { MachineView, WorkflowCheck } from './view.ts';

const report = reporter(resolveMessages);

/** Forms that are shown, asked for, stored or looked into exist, and so do the fields named of them. */
export const everyFormIsKnown: WorkflowCheck = (view) => {
  const { chart, calls, program, place } = view;
  const known = Object.keys(program.forms);
  const forms: readonly Mention[] = [
    ...metaMentions(chart, 'form'),
    ...mentionsIn(calls, 'form').filter(({ name, call }) => !(call.type === 'answer' && name === 'event')),
    ...dates(view).map(({ form, pointer }) => ({ name: form, pointer })),
  ];
  return [
    ...forms
      .filter(({ name }) => !known.includes(name))
      .map(({ name, pointer }) =>
        report('reference/unknown-form', place(pointer), { name, nearest: nearest(name, known) }),
      ),
    ...fields(view).flatMap(({ form, name, pointer }): readonly Diagnostic[] => {
      const schema = program.forms[form]?.schema;
      if (!schema || fieldSchema(schema, name)) return [];
      return [
        report('reference/unknown-field', place(pointer), {
          name,
          form,
          nearest: nearest(name, fieldNames(schema)),
        }),
      ];
    }),
  ];
};

interface FieldMention extends Mention {
  readonly form: string;
}

function fields(view: MachineView): readonly FieldMention[] {
  const inCalls = mentionsIn(view.calls, 'field').flatMap(
    ({ name, pointer, call }): readonly FieldMention[] => {
      const asked = call.transition?.meta['form'];
      const form = call.type === 'answer' && call.params['form'] !== 'event' ? call.params['form'] : asked;
      return typeof form === 'string' ? [{ form, name, pointer }] : [];
    },
  );
  const permissions = ['editable', 'readonly', 'hidden', 'required'].flatMap((key) =>
    metaMentions(view.chart, `fields/${key}`).flatMap(({ name, pointer, of }): readonly FieldMention[] => {
      const form = of.meta['form'];
      return typeof form === 'string' && name !== '*' ? [{ form, name, pointer }] : [];
    }),
  );
  return [...inCalls, ...permissions, ...dates(view)];
}

/** `dateOf` or `from: "application.startDate"`; without a dot it is a context key. */
function dates({ machine }: MachineView): readonly FieldMention[] {
  return Object.entries(machine.delays).flatMap(([id, delay]): readonly FieldMention[] => {
    const date = dateIn(delay);
    if (!date) return [];
    const [form = '', ...path] = date.name.split('.');
    return path.length > 0 ? [{ form, name: path.join('.'), pointer: `/delays/${id}/${date.key}` }] : [];
  });
}
