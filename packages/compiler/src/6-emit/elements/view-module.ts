import type { Contract, ProgramContract } from '@zhinan/model';
import { header } from '../names.ts';
import { literal } from './markup.ts';

export interface View {
  readonly id: 'eligibility' | 'case';
  readonly name: string;
  readonly base: string;
  readonly title: string;
}

export const views: readonly View[] = [
  { id: 'eligibility', name: 'EligibilityView', base: 'EligibilityElement', title: '申报条件自查' },
  { id: 'case', name: 'CaseView', base: 'CaseElement', title: '办理进度' },
];

/** The module of a view: the programme's rules and name given to a ready base. */
export function viewModule(contract: Contract, program: ProgramContract, view: View): string {
  const ownRules = view.id === 'eligibility';
  return [
    header(contract),
    `import { ${view.base} } from '@zhinan/elements';`,
    ...(ownRules ? [`import { rules } from '../rules.js';`] : []),
    '',
    `/** ${view.title} · ${program.title} */`,
    `export class ${view.name} extends ${view.base} {`,
    `  static contract = ${literal(contract.hash)};`,
    ...(ownRules
      ? ['  static rules = rules;', `  static formId = ${literal(program.applicationForm)};`]
      : []),
    '}',
    '',
  ].join('\n');
}
