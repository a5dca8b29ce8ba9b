import { camelCase } from '../names.ts';
import { pastedLists } from './columns.ts';
import type { Field, Option } from './field.ts';
import { literal, markup, member } from './markup.ts';

/**
 * The template of one field: static markup with a single binding, `${text(at, 'name')}`, on the control. It stands only
 * while the step shows the field and the answers ask for it.
 */
export function fieldTemplate(field: Field): string {
  const template = body(field).replaceAll(/\n\s*\n/g, '\n');
  return `\${shows(at, ${literal(field.key)}) ? html\`${template}\` : nothing}`;
}

/** Functions of `@zhinan/elements` that a field's template calls. */
export function importsOf(field: Field): readonly string[] {
  switch (field.kind) {
    case 'files':
      return ['files', 'group'];
    case 'ranks':
      return ['ranks', 'group'];
    case 'rows':
      return ['rows', 'group', ...field.fields.flatMap(importsOf)];
    case 'group':
      return ['inside', ...field.fields.flatMap(importsOf)];
    case 'date':
      return ['date', 'pickDate'];
    default:
      return [binding[field.kind]];
  }
}

/** Name of the function that loads the options of a code list. */
export function optionsName(list: string): string {
  return `${camelCase(list)}Options`;
}

/** Name of the function that renders one row or nested object. */
export function partName(field: Field): string {
  return camelCase(field.path.replaceAll('/', '-')) + (field.kind === 'rows' ? 'Row' : 'Group');
}

const binding = {
  text: 'text',
  'long-text': 'longText',
  code: 'code',
  number: 'number',
  money: 'money',
  amount: 'amount',
  combobox: 'combobox',
  date: 'date',
  select: 'select',
  radios: 'radios',
  checkboxes: 'checkboxes',
  tick: 'tick',
} as const;

function body(field: Field): string {
  switch (field.kind) {
    case 'text':
      return single(field, input(field, `type="${field.autocomplete === 'email' ? 'email' : 'text'}"`));
    case 'code': {
      const mode = field.format === 'mobile' ? 'tel' : 'text';
      const more =
        field.format === 'mobile' ? 'inputmode="tel"' : 'spellcheck="false" autocapitalize="characters"';
      return single(field, input(field, `type="${mode}" ${more}`));
    }
    case 'long-text':
      return single(
        field,
        `<textarea part="textarea" rows="${field.limit <= 300 ? 3 : 6}"${aria(field)}${autocomplete(field)} \${longText(at, ${literal(field.key)}, ${field.limit})}></textarea>`,
        'wide',
      );
    case 'number':
      return single(
        field,
        withUnit(input(field, `type="text" inputmode="${field.whole ? 'numeric' : 'decimal'}"`), field.unit),
      );
    case 'money':
      return single(field, withUnit(input(field, 'type="text" inputmode="numeric"'), '元'));
    case 'date':
      return single(
        field,
        withAction(
          input(field, 'type="text" inputmode="numeric" placeholder="年-月-日"'),
          `<button type="button" class="button pick" part="button pick" aria-label="选择${markup(field.title)}" @click=${'${pickDate}'}></button>`,
        ),
      );
    case 'amount': {
      const { wan, capitals } = field;
      const options = literal({ ...(wan && { wan }), ...(capitals && { capitals }) });
      const control = `<input part="input" type="text" inputmode="${wan ? 'decimal' : 'numeric'}"${aria(field)} \${amount(at, ${literal(field.key)}, ${options})} />`;
      return single(field, withUnit(control, wan ? '万元' : '元'));
    }
    case 'combobox':
      return single(
        field,
        `<input part="input" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" spellcheck="false" autocomplete="off" placeholder="输入名称或拼音查找"${aria(field)} \${combobox(at, ${literal(field.key)}, ${optionsName(field.list)})} />`,
      );
    case 'ranks': {
      const options = literal(field.options.map(({ value, title }) => [value, title]));
      const max = field.max === undefined ? '' : `, ${field.max}`;
      return fieldset(field, `\${ranks(at, ${literal(field.key)}, ${options}${max})}`, 'wide', group(field));
    }
    case 'select':
      return single(field, selectTemplate(field, field.options));
    case 'radios':
    case 'checkboxes':
      return choices(field, field.options);
    case 'tick':
      return tickTemplate(field);
    case 'files':
      return fieldset(
        field,
        `\${files(at, ${literal(field.key)}, ${literal(field.rule)})}`,
        'wide',
        group(field),
      );
    case 'rows':
      return rowsTemplate(field);
    case 'group':
      return `<fieldset class="group" part="group">
        <legend part="label">${markup(field.title)}</legend>
        ${notes(field)}
        <div class="fields">\${${partName(field)}(inside(at, ${literal(field.key)}))}</div>
      </fieldset>`;
  }
}

function bind(field: Field & { readonly kind: keyof typeof binding }): string {
  return `\${${binding[field.kind]}(at, ${literal(field.key)})}`;
}

function group(field: Field): string {
  return `\${group(at, ${literal(field.key)})}`;
}

function input(field: Field & { readonly kind: keyof typeof binding }, attributes: string): string {
  return `<input part="input" ${attributes}${aria(field)}${autocomplete(field)} ${bind(field)} />`;
}

function withAction(control: string, action: string): string {
  return `<div class="with-unit">
    ${control}
    ${action}
  </div>`;
}

function withUnit(control: string, unit: string | undefined): string {
  if (unit === undefined) return control;
  return `<div class="with-unit">
    ${control}
    <span class="unit" part="unit">${markup(unit)}</span>
  </div>`;
}

function single(field: Field, control: string, size = ''): string {
  return `<div class="field${size && ` ${size}`}" part="field">
    <label part="label"${requiredClass(field)}>${markup(field.title)}</label>
    ${notes(field)}
    ${control}
  </div>`;
}

function fieldset(field: Field, content: string, size: string, attributes: string): string {
  return `<fieldset class="field${size && ` ${size}`}" part="field" ${attributes}>
    <legend part="label"${requiredClass(field)}>${markup(field.title)}</legend>
    ${notes(field)}
    ${content}
  </fieldset>`;
}

function selectTemplate(field: Field & { readonly kind: 'select' }, options: readonly Option[]): string {
  const items = options.map(
    ({ value, title }) => `<option value="${markup(String(value))}">${markup(title)}</option>`,
  );
  return `<select part="select"${valueType(options)}${aria(field)} ${bind(field)}>
    <option value="">${markup(field.none)}</option>
    ${items.join('\n')}
  </select>`;
}

function choices(
  field: Field & { readonly kind: 'radios' | 'checkboxes' },
  options: readonly Option[],
): string {
  const [type, role, required] =
    field.kind === 'radios' ? ['radio', ' role="radiogroup"', aria(field)] : ['checkbox', '', ''];
  const items = options.map(
    ({ value, title }) =>
      `<label class="option" part="option"><input part="${type}" type="${type}" value="${markup(String(value))}" />${markup(title)}</label>`,
  );
  const letters = options.reduce((sum, { title }) => sum + title.length + 4, 0);
  const long = options.some(({ title }) => title.length > 20) || letters > 60;
  const content = `<div class="options${long ? ' column' : ''}">${items.join('\n')}</div>`;
  return fieldset(
    field,
    content,
    letters > 28 ? 'wide' : '',
    `${role}${valueType(options)}${required} ${bind(field)}`.trim(),
  );
}

function tickTemplate(field: Field & { readonly kind: 'tick' }): string {
  return `<div class="field tick wide" part="field">
    <label part="option"${requiredClass(field)}>
      <input part="checkbox" type="checkbox"${aria(field)} ${bind(field)} />
      <span>${markup(field.title)}</span>
    </label>
    ${notes(field)}
  </div>`;
}

function rowsTemplate(field: Field & { readonly kind: 'rows' }): string {
  const once = field.fields.flatMap(({ kind, key }) => (kind === 'tick' ? [key] : []));
  const options = [
    `noun: ${literal(field.noun)}`,
    `measure: ${literal(field.measure)}`,
    ...(Object.keys(field.fresh).length === 0 ? [] : [`fresh: ${literal(field.fresh)}`]),
    ...(field.max === undefined ? [] : [`max: ${field.max}`]),
    ...(once.length === 0 ? [] : [`once: ${literal(once)}`]),
    ...(pastedLists([field]).includes(field)
      ? [`columns: () => columns().then((of) => of[${literal(field.path)}])`]
      : []),
    ...(field.name === undefined ? [] : [`name: (row) => ${member('row', field.name)}`]),
  ];
  const content = `\${rows(at, ${literal(field.key)}, { ${options.join(', ')} }, ${partName(field)})}`;
  return fieldset(field, content, 'wide', group(field));
}

function notes(field: Field): string {
  const hints =
    field.hints.length === 0 ? [] : [`<p class="hint" part="hint">${markup(field.hints.join(''))}</p>`];
  if (field.sensitive) {
    hints.push(`<p class="sensitive" part="sensitive">${markup(field.sensitive)}</p>`);
  }
  return hints.join('\n');
}

function requiredClass({ required, path }: Field): string {
  if (required === false) return '';
  if (required === true) return ' class="required"';
  return ` class="\${${member('required', path)}(at.asked) ? 'required' : ''}"`;
}

function aria({ required, path }: Field): string {
  if (required === false) return '';
  if (required === true) return ' aria-required="true"';
  return ` aria-required="\${${member('required', path)}(at.asked)}"`;
}

function autocomplete(field: Field): string {
  return field.autocomplete === undefined ? '' : ` autocomplete="${field.autocomplete}"`;
}

/** HTML knows text only: the control turns the value back. */
function valueType(options: readonly Option[]): string {
  const type = typeof options[0]?.value;
  return type === 'number' || type === 'boolean' ? ` data-type="${type}"` : '';
}
