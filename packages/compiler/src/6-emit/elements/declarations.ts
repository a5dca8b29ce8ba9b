import type { Contract, FormContract } from '@zhinan/model';
import { camelCase, header } from '../names.ts';
import { formClassName } from './form-module.ts';
import type { View } from './view-module.ts';

/** Types of a form's element: its answers are those its validator guards. */
export function formDeclarations(contract: Contract, form: FormContract): string {
  const validator = camelCase(form.id);
  return [
    header(contract),
    `import type { FormElement, FormSection } from '@zhinan/elements';`,
    `import type { ${validator} } from '../validators/${form.id}.js';`,
    '',
    `type Answers = typeof ${validator} extends (data: unknown) => data is infer T ? T : never;`,
    '',
    `/** ${form.title} */`,
    `export declare class ${formClassName(form)} extends FormElement<Answers> {
  static readonly sections: readonly FormSection[];
}`,
    '',
  ].join('\n');
}

export function viewDeclarations(contract: Contract, view: View): string {
  return [
    header(contract),
    `import type { ${view.base} } from '@zhinan/elements';`,
    '',
    `/** ${view.title} */`,
    `export declare class ${view.name} extends ${view.base} {}`,
    '',
  ].join('\n');
}
