import type { Contract, ProgramContract } from '@zhinan/model';
import { header } from '../names.ts';
import { literal } from './literal.ts';

export interface View {
  readonly id: 'eligibility' | 'case' | 'review' | 'inbox';
  readonly name: string;
  readonly base: string;
  readonly title: string;
}

/** Views of one programme. */
export const views: readonly View[] = [
  { id: 'eligibility', name: 'EligibilityView', base: 'EligibilityElement', title: '申报条件自查' },
  { id: 'case', name: 'CaseView', base: 'CaseElement', title: '办理进度' },
  { id: 'review', name: 'ReviewView', base: 'ReviewElement', title: '审核办理' },
];

/** Views over all programmes of an edition. */
export const editionViews: readonly View[] = [
  { id: 'inbox', name: 'InboxView', base: 'InboxElement', title: '待办' },
];

/** Name of a view's module and the last part of its tag. A form of that name keeps it; the view is then called `-view`. */
export function viewFile({ forms }: ProgramContract, { id }: View): string {
  return Object.values(forms).some((form) => form.id === id) ? `${id}-view` : id;
}

/** The module of a view: the programme's rules and name given to a ready base. */
export function viewModule(contract: Contract, program: ProgramContract | undefined, view: View): string {
  const ownRules = view.id === 'eligibility';
  return [
    header(contract),
    `import { ${view.base} } from '@zhinan/elements';`,
    '',
    `/** ${view.title} · ${program?.title ?? contract.shortTitle} */`,
    `export class ${view.name} extends ${view.base} {`,
    `  static contract = ${literal(contract.hash)};`,
    ...(ownRules && program
      ? [
          '  /** Larger than the view: they come after it. */',
          `  static loadRules = () => import('../rules.js').then(({ rules }) => rules);`,
          `  static formId = ${literal(program.applicationForm)};`,
        ]
      : []),
    '}',
    '',
  ].join('\n');
}
