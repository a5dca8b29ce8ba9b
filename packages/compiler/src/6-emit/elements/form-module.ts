import type { Contract, FormContract, Translation } from '@zhinan/model';
import { interfaceLanguages } from '../../forms/interface-languages.ts';
import { camelCase, header, pascalCase } from '../names.ts';
import { columnsModule, pastedLists } from './columns.ts';
import { choiceNames, type ChoiceNames, fieldCall, importsOf, optionsName, partName } from './field-call.ts';
import type { Field } from './field.ts';
import { type Follow, followOf } from './follow.ts';
import { literal } from './literal.ts';
import { lookupStatics, translatedLookups } from './lookup-statics.ts';
import { optionsModule } from './options-module.ts';
import { type FormPlan, planForm } from './plan-form.ts';
import { translatedPlan } from './translated-plan.ts';
import { wayOf, wayStatics } from './way-statics.ts';

type Translations = Readonly<Record<string, Translation>>;

/**
 * The module of one form: its conditions, the fields of each row and section, and the element class. `rules` names the
 * module with the rules that its answers are for.
 */
export function formModule(
  contract: Contract,
  form: FormContract,
  translations: Translations = {},
  rules?: string,
): string {
  const plan = planForm(form);
  const fields = plan.sections.flatMap((section) => section.fields);
  const languages = Object.keys(translations);
  const follow = followOf(contract, form, fields);
  const imports = importLine(fields, [
    'FormElement',
    ...follow.imports,
    ...wayOf(form),
    ...(languages.length > 0 ? ['translated'] : []),
  ]);
  const asked = conditions(fields, ({ asked }) => asked);
  return [
    header(contract),
    imports,
    `import { ${follow.computed ? 'computed, ' : ''}verdict } from './${form.id}.verdict.js';`,
    '',
    `/** Answers on which it hangs whether a field is asked. */\nconst asked = {${asked}};\n`,
    requiredText(fields),
    columnsText(form, fields),
    optionsText(fields),
    ...parts(plan),
    classText(contract, form, plan, follow, languages, rules),
  ].join('\n');
}

/** Modules beside a form's own, loaded when they are needed: name without extension → code. */
export function partModules(contract: Contract, form: FormContract): Readonly<Record<string, string>> {
  const fields = planForm(form).sections.flatMap((section) => section.fields);
  const pasted = pastedLists(fields);
  const head = header(contract);
  return {
    ...(pasted.length === 0 ? {} : { [`${form.id}-columns`]: `${head}\n${columnsModule(pasted)}` }),
    ...Object.fromEntries(
      searchedLists(fields).flatMap((id) => {
        const list = contract.codeLists[id];
        return list ? [[`options-${id}`, `${head}\n${optionsModule(list)}`]] : [];
      }),
    ),
  };
}

/** Code lists whose options are looked for by typing. */
function searchedLists(fields: readonly Field[]): readonly string[] {
  return [...new Set(flat(fields).flatMap((field) => (field.kind === 'combobox' ? [field.list] : [])))];
}

/** The same form in another language, in a module of its own that is loaded when somebody reads that language. */
export function translationModule(
  contract: Contract,
  form: FormContract,
  language: string,
  translation: Translation,
): string {
  const plan = translatedPlan(planForm(form), translation);
  const fields = plan.sections.flatMap((section) => section.fields);
  const words = interfaceLanguages[language];
  if (words === undefined) throw new Error(`form ${form.id}: no words of the elements in ${language}`);
  return [
    header(contract),
    importLine(fields, [words]),
    '',
    requiredText(fields),
    columnsText(form, fields),
    optionsText(fields),
    ...parts(plan),
    `/** ${language} */
export const translation = {
  title: ${literal(translation.texts[form.title] ?? form.title)},
  reviewed: ${translation.reviewed},
  words: ${words},
  sections: [${sectionNames(plan)}],
${translatedLookups(form, translation)}};
`,
  ].join('\n');
}

/** What a pasted table may hold is loaded when somebody pastes one. */
function columnsText(form: FormContract, fields: readonly Field[]): string {
  return pastedLists(fields).length === 0
    ? ''
    : `const columns = () => import('./${form.id}-columns.js').then((module) => module.columns);\n`;
}

/** The options of a long list are loaded when somebody enters its field. */
function optionsText(fields: readonly Field[]): string {
  return searchedLists(fields)
    .map((list) => `const ${optionsName(list)} = () => import('./options-${list}.js');\n`)
    .join('');
}

function importLine(fields: readonly Field[], more: readonly string[]): string {
  const names = new Set([...more, ...fields.flatMap(importsOf)]);
  return `import { ${[...names].sort().join(', ')} } from '@zhinan/elements';`;
}

function requiredText(fields: readonly Field[]): string {
  const required = conditions(fields, ({ required }) =>
    typeof required === 'string' ? required : undefined,
  );
  return required === ''
    ? ''
    : `/** When a field that is always asked is required. */\nconst required = {${required}};\n`;
}

export function formClassName(form: FormContract): string {
  return `${pascalCase(form.id)}Element`;
}

function conditions(fields: readonly Field[], of: (field: Field) => string | undefined): string {
  return flat(fields)
    .flatMap((field) => {
      const test = of(field);
      return test === undefined ? [] : [`${literal(field.path)}: (answers) => ${test},`];
    })
    .join('\n');
}

function flat(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => ('fields' in field ? [field, ...flat(field.fields)] : [field]));
}

/** What the form is made of: lists of options, the fields of each row and nested object, the sections. */
function parts({ sections }: FormPlan): readonly string[] {
  const fields = sections.flatMap((section) => section.fields);
  const choices = choiceNames(fields);
  return [
    [...choices].map(([text, name]) => `const ${name} = ${text};\n`).join(''),
    ...fields.flatMap((field) => partTexts(field, choices)),
    ...sections.map((section) => sectionText(section, choices)),
  ];
}

/** Inner rows first: each stands above the one that names it. */
function partTexts(field: Field, choices: ChoiceNames): readonly string[] {
  if (!('fields' in field)) return [];
  const text = `${citation(field.title, field.clauses)}
const ${partName(field)} = [
${fieldLines(field.fields, choices)}
];
`;
  return [...field.fields.flatMap((each) => partTexts(each, choices)), text];
}

function sectionText(
  { id, title, description, fields }: FormPlan['sections'][number],
  choices: ChoiceNames,
): string {
  const note = description === undefined ? '' : `  note: ${literal(description)},\n`;
  return `${citation(title === '' ? id : title, [...new Set(fields.flatMap(({ clauses }) => clauses))])}
const ${sectionName(id)} = {
  id: ${literal(id)},
  title: ${literal(title)},
${note}  fields: [
${fieldLines(fields, choices)}
  ],
};
`;
}

/** One line for each field. */
function fieldLines(fields: readonly Field[], choices: ChoiceNames): string {
  return fields.map((field) => `${fieldCall(field, choices)},`).join('\n');
}

function sectionName(id: string): string {
  return `${camelCase(id)}Section`;
}

function sectionNames({ sections }: FormPlan): string {
  return sections.map(({ id }) => sectionName(id)).join(', ');
}

function classText(
  contract: Contract,
  form: FormContract,
  plan: FormPlan,
  follow: Follow,
  languages: readonly string[],
  rules: string | undefined,
): string {
  const lists = plan.sections.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'rows'));
  const groups = flat(plan.sections.flatMap(({ fields }) => fields)).filter(({ kind }) => kind === 'group');
  const name = formClassName(form);
  const loaders = languages.map(
    (language) => `${literal(language)}: () => import('./${form.id}.${language}.js'),`,
  );
  const [opening, closing] =
    languages.length === 0
      ? [`export class ${name} extends FormElement`, '']
      : [
          `class ChineseElement extends FormElement`,
          `export const ${name} = translated(ChineseElement, {${loaders.join('\n')}});\n`,
        ];
  return `${citation(form.title, form.clauses)}
${opening} {
  static formId = ${literal(form.id)};
  static formTitle = ${literal(form.title)};
  static sections = [${sectionNames(plan)}];
  static contract = ${literal(contract.hash)};
  static verdict = verdict;
  static explanation = () => import('./${form.id}.explanation.js');
  static asked = asked;
  static defaults = ${literal(plan.defaults)};
  static lists = ${literal(lists.map(({ key }) => key))};
  static watched = ${literal([...new Set([...plan.watched, ...follow.reads])])};
${groups.length === 0 ? '' : `  static groups = ${literal(groups.map(({ path }) => path))};\n`}${follow.statics}${wayStatics(form, rules)}${lookupStatics(form)}}
${closing}`;
}

/** A comment that names the thing and the clauses it comes from. */
function citation(title: string, clauses: readonly string[]): string {
  const cited = clauses.length === 0 ? '' : ` · 指南 ${clauses.join('、')}`;
  return `/** ${`${title}${cited}`.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */`;
}
