import type { Engine } from '../engine.ts';
import { isYesNo, type Item, sectionsOf } from './items.ts';

type Element = Readonly<Record<string, unknown>>;

const inputTypes: Readonly<Record<string, string>> = { date: 'date', number: 'number', money: 'number' };

function validators({ schema, field }: Item): readonly Element[] {
  const { minLength, maxLength, minimum, maximum, format } = schema;
  const texts = field.kind === 'text' || field.kind === 'code' || field.kind === 'long-text';
  return [
    ...(texts && (minLength ?? maxLength) !== undefined ? [{ type: 'text', minLength, maxLength }] : []),
    ...(minimum !== undefined ? [{ type: 'numeric', minValue: minimum, maxValue: maximum }] : []),
    ...(format === 'email' ? [{ type: 'email' }] : []),
  ];
}

function question(item: Item): Element {
  const { key, title, hint, required, schema, field, when } = item;
  const checks = validators(item);
  const shared = {
    name: key,
    title,
    ...(hint && { description: hint }),
    ...(required && { isRequired: true }),
    ...(when && { visibleIf: `{${when.key}} = '${when.value}'` }),
    ...(checks.length > 0 && { validators: checks }),
  };
  if (isYesNo(item))
    return { ...shared, type: 'boolean', renderAs: 'radio', labelTrue: '是', labelFalse: '否' };
  const choices = 'options' in field ? field.options.map(({ value, title: text }) => ({ value, text })) : [];
  switch (field.kind) {
    case 'rows':
      return {
        ...shared,
        type: 'paneldynamic',
        minPanelCount: schema.minItems,
        maxPanelCount: schema.maxItems,
        templateElements: item.rows.map(question),
      };
    case 'select':
      return { ...shared, type: 'dropdown', choices };
    case 'radios':
      return { ...shared, type: 'radiogroup', choices };
    case 'checkboxes':
      return {
        ...shared,
        type: 'checkbox',
        choices,
        minSelectedChoices: schema.minItems,
        maxSelectedChoices: schema.maxItems,
      };
    case 'tick':
      return {
        ...shared,
        type: 'boolean',
        renderAs: 'checkbox',
        ...(required && { validators: [{ type: 'expression', expression: `{${key}} = true` }] }),
      };
    case 'files':
      return {
        ...shared,
        type: 'file',
        allowMultiple: true,
        storeDataAsText: false,
        acceptedTypes: field.rule.accept.join(),
        maxSize: field.rule.maxBytes,
      };
    case 'long-text':
      return { ...shared, type: 'comment' };
    default:
      return {
        ...shared,
        type: 'text',
        inputType: schema.format === 'email' ? 'email' : (inputTypes[field.kind] ?? 'text'),
      };
  }
}

/** A list that is the whole form is a table, which is lighter here than a panel for each row. */
function table(item: Item): Element {
  const { key, title, schema, rows } = item;
  const columns = rows.map((row) => {
    const { type, isRequired, name, title: said, ...rest } = question(row);
    return { name, title: said, isRequired, cellType: type, ...rest };
  });
  return {
    type: 'matrixdynamic',
    name: key,
    title,
    columns,
    rowCount: 0,
    minRowCount: schema.minItems,
    maxRowCount: schema.maxItems,
  };
}

/**
 * SurveyJS 2 with its own renderer and style sheet, in Chinese. Text counts while it is typed, as in all others. What
 * it cannot say: checks of resident IDs and credit codes without functions of one's own.
 */
export const survey: Engine = {
  id: 'survey',
  title: 'SurveyJS 2.5',
  needs: ['survey-core@2.5.38', 'survey-js-ui@2.5.38'],
  styles: ['survey-core/survey-core.min.css'],
  entry: (form) => `
import { survey } from 'bench/page/survey.ts';
import json from 'json/${form}.js';
survey(json);`,
  json: (form, from) => ({
    locale: 'zh-cn',
    showQuestionNumbers: 'off',
    textUpdateMode: 'onTyping',
    pages: [
      {
        elements: sectionsOf(from, form).map(({ title, items }) => ({
          type: 'panel',
          title,
          elements: items.map((item) => (form === 'members' ? table(item) : question(item))),
        })),
      },
    ],
  }),
};
