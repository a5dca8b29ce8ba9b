import type { Contract, FileTree, FormContract, FormSchema, ProgramContract } from '@zhinan/model';
import { emit } from '../../packages/compiler/src/6-emit/emit.ts';
import { bundlePackage } from '../../packages/compiler/src/node/bundle.ts';
import schema from './elements-entry.schema.json' with { type: 'json' };

/** Every kind of field once, small enough to read. */
const form: FormContract = {
  id: 'entry',
  title: '测试申报表',
  by: 'applicant',
  clauses: ['一'],
  ui: { plan: { 'ui:widget': 'textarea' } },
  sections: [
    {
      id: 'person',
      title: '基本信息',
      fields: ['name', 'residentId', 'born', 'place', 'side', 'division', 'onPost'],
    },
    {
      id: 'plan',
      title: '计划',
      fields: ['plan', 'budget', 'years', 'topics', 'proof', 'apprentices', 'truth'],
    },
  ],
  schema: schema as FormSchema,
};

const program: ProgramContract = {
  id: 'trial',
  title: '测试项目',
  clauses: ['一'],
  subject: 'person',
  applicationForm: 'entry',
  forms: { entry: form },
  machines: {},
  rules: { facts: ['entry'], rules: [] },
  documents: {},
};

const contract: Contract = {
  format: 1,
  id: 'test-scheme/2025',
  scheme: 'test-scheme',
  edition: '2025',
  title: '测试指南',
  shortTitle: '测试',
  issuer: [],
  instants: {},
  roles: {},
  clauses: [],
  interpretations: {},
  codeLists: {},
  programs: { trial: program },
  hash: '0123456789abcdef'.repeat(4),
  generator: '0.1.0',
};

/** Rules as the compiler would write them, by hand: this fixture tests the view, not the rules. */
const rules = `
const place = { form: 'entry', pointer: '/place', title: '工作地' };
export const rules = {
  eligibility({ entry = {} }) {
    const open = entry.place === undefined;
    const verdict = open ? 'unknown' : entry.place === 'a' ? 'relaxed' : 'needs-reason';
    const rule = { id: 'place', title: '工作地要求', clauses: ['二.1d'], strength: 'soft', verdict,
      own: [], missing: open ? [place] : [], couldRelax: [] };
    return { verdict: open ? 'undecided' : verdict === 'relaxed' ? 'eligible' : verdict, rules: [rule], missing: rule.missing };
  },
  amounts: ({ entry = {} }, open = []) => [{ id: 'basic', title: '基础经费', clauses: ['四'], unit: '元', missing: [],
    min: 200000, max: entry.budget === undefined ? null : 200000, cap: { limit: 200000, applied: entry.budget > 200000 } },
    { id: 'each', title: '按人经费', clauses: ['四'], unit: '元', missing: [], min: 5000 * (entry.apprentices?.length ?? 0),
      max: open.includes('entry/apprentices') ? null : 5000 * (entry.apprentices?.length ?? 0) }],
  quotas: () => [],
  explain: (outcome) => '说明：' + outcome.title,
};
`;

export const tags = {
  form: 'zn-test-scheme-entry',
  eligibility: 'zn-test-scheme-eligibility',
  case: 'zn-test-scheme-case',
};

/** The generated package of the fixture, with rules by hand; `change` what another form says otherwise, `edition` another edition. */
export async function fixtureFiles(
  change: Partial<FormContract> = {},
  edition: Partial<Contract> = {},
): Promise<FileTree> {
  const changed = { ...program, forms: { entry: { ...form, ...change } } };
  const files = await emit({
    contract: { ...contract, programs: { trial: changed }, ...edition },
    scenarios: [],
  });
  return { ...files, 'trial/rules.js': rules };
}

/** The scripts a page may load: path → text. */
export async function fixtureBundles(
  change: Partial<FormContract> = {},
  edition: Partial<Contract> = {},
): Promise<Readonly<Record<string, string>>> {
  return bundlePackage(await fixtureFiles(change, edition));
}
