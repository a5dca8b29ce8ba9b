import type { Contract, ProgramContract } from '@zhinan/model';
import { rulesSourceOf } from '../../rules/program-rules.ts';
import { fieldsOf } from '../../rules/types.ts';
import type { Emitter } from '../emitter.ts';
import { amountDecisions } from './amount-decisions.ts';
import { inputData, ownNamespace } from './decision.ts';
import { Frame } from './frame.ts';
import { DmnNames } from './identifiers.ts';
import { recordType, recordsType, wordType } from './item-definitions.ts';
import { parameterFeel } from './parameter-feel.ts';
import { quotaDecisions } from './quota-decisions.ts';
import { eligibilities, ruleDecisions, verdicts } from './rule-decisions.ts';
import { Sources } from './sources.ts';
import { tableDecisions } from './table-decisions.ts';
import { element, xmlDocument } from './xml.ts';
import type { Element } from './xml.ts';

/** DMN 1.5 (OMG formal/2024-01-01): namespaces of the model and of FEEL. */
const model = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const feel = 'https://www.omg.org/spec/DMN/20230324/FEEL/';

/**
 * `<program>/rules.dmn`: the rules as decisions with plain FEEL for engines on the JVM and elsewhere. Input is the
 * forms' answers as they stand in JSON. A missing answer gives the verdict `unknown` or the amount `null`, never a
 * refusal; a relaxation in doubt leaves its rules unknown, where our own rules try both ways.
 */
export const dmnEmitter: Emitter = ({ contract, program }) => ({
  [`${program.id}/rules.dmn`]: xmlDocument(definitions(contract, program)),
});

function definitions(contract: Contract, program: ProgramContract): Element {
  const forms = new Map(
    program.rules.facts.flatMap((id) => {
      const form = program.forms[id];
      return form ? [[id, fieldsOf(form.schema, contract.codeLists)] as const] : [];
    }),
  );
  const names = new DmnNames();
  const sources = new Sources(contract, names);
  const { parts, tables } = rulesSourceOf(contract, program);
  const frame = new Frame(program, parts, parameterFeel(contract, program), names, sources);
  const quota = quotaDecisions(frame);
  const decisions = [
    ...tableDecisions(tables, frame),
    ...ruleDecisions(frame),
    ...amountDecisions(frame),
    ...quota.elements,
  ];
  const title = (id: string) => program.forms[id]?.title ?? id;
  const formTypes = [...forms].map(([id, fields]) => recordType(names, typeName(id), title(id), fields));
  const quotas = (program.rules.quotas ?? []).length > 0;
  const members = new Map(
    [...forms].map(([id, fields]) => [id, { title: title(id), type: { is: 'record', fields } as const }]),
  );
  return element(
    'definitions',
    {
      xmlns: model,
      'xmlns:zn': ownNamespace,
      id: names.id('definitions'),
      name: `${contract.shortTitle} ${program.title}`,
      namespace: `urn:zhinan:${contract.scheme}:${contract.edition}:${program.id}`,
      expressionLanguage: feel,
      typeLanguage: feel,
      exporter: 'zhinan',
      exporterVersion: contract.generator,
    },
    [
      element(
        'description',
        {},
        `${contract.title}。由 ${contract.id} 生成，契约 ${contract.hash.slice(0, 12)}。`,
      ),
      wordType(names, 'tVerdict', '一项条件的结论', verdicts),
      wordType(names, 'tEligibility', '申报资格', eligibilities),
      ...formTypes,
      ...(quotas ? [recordsType(names, 'tMembers', '参加计数的申报人', members)] : []),
      ...[...forms.keys()].map((id) => inputData(names, id, title(id), typeName(id))),
      ...(quotas ? [inputData(names, 'members', '参加计数的申报人', 'tMembers')] : []),
      ...quota.limits.map((limit) => inputData(names, limit.name, limit.title, 'number')),
      ...decisions,
      ...sources.elements(),
    ],
  );
}

const typeName = (form: string): string => `t_${form.replaceAll(/[^\p{L}\p{N}]+/gu, '_')}`;
