import type { Translation } from '@zhinan/model';
import type { Field } from './field.ts';
import type { FormPlan } from './plan-form.ts';

type Say = (text: string) => string;

/** The plan of a form with its texts in another language; what nobody has translated stays as it was written. */
export function translatedPlan(plan: FormPlan, { texts, sentences = {} }: Translation): FormPlan {
  const known = (text: string): string | undefined => texts[text] ?? sentences[text];
  // A hint is a description made a sentence.
  const say: Say = (text) => known(text) ?? known(text.replace(/。$/, '')) ?? text;
  return {
    ...plan,
    sections: plan.sections.map((section) => ({
      ...section,
      title: say(section.title),
      ...(section.description === undefined ? {} : { description: say(section.description) }),
      fields: section.fields.map((field) => translatedField(field, say)),
    })),
  };
}

function translatedField(field: Field, say: Say): Field {
  const said = {
    ...field,
    title: say(field.title),
    // Chinese sentences follow each other without a space.
    hints: field.hints.length === 0 ? [] : [field.hints.map(say).join(' ')],
    ...(field.sensitive === undefined ? {} : { sensitive: say(field.sensitive) }),
  };
  const options = 'options' in field && {
    options: field.options.map((option) => ({ ...option, title: say(option.title) })),
  };
  const unit = 'unit' in field && field.unit !== undefined && { unit: say(field.unit) };
  const row = field.kind === 'rows' && { noun: say(field.noun), measure: say(field.measure) };
  const inside = 'fields' in field && { fields: field.fields.map((each) => translatedField(each, say)) };
  return { ...said, ...options, ...unit, ...row, ...inside } as Field;
}
