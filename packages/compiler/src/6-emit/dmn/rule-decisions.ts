import type { RelaxationDefinition, Requirement, RuleDefinition } from '@zhinan/model';
import { toPlainFeel } from '../../rules/plain-feel.ts';
import { boxedContext, literal } from './decision.ts';
import type { Entry, Frame } from './frame.ts';
import type { Element } from './xml.ts';

/** Words of a rule's verdict and of the whole, as in our own outcomes. */
export const verdicts = ['pass', 'relaxed', 'needs-reason', 'fail', 'unknown', 'not-applicable'] as const;
export const eligibilities = ['eligible', 'needs-reason', 'ineligible', 'undecided'] as const;

const any = (verdict: string): string => `list contains(_verdicts, "${verdict}")`;

/** Relaxations, parameters, rules and what they come to, each as a decision. */
export function ruleDecisions(frame: Frame): readonly Element[] {
  const { rules } = frame.program;
  return [
    ...(rules.relax ?? []).map((relaxation) => relaxationDecision(relaxation, frame)),
    ...Object.keys(rules.parameters ?? {}).map((name) => parameterDecision(name, frame)),
    ...rules.rules.map((rule) => ruleDecision(rule, frame)),
    eligibilityDecision(frame),
  ];
}

function relaxationDecision(relaxation: RelaxationDefinition, frame: Frame): Element {
  const { id, title, when } = relaxation;
  const { main, fields } = frame.part('relaxation', id);
  return frame.decision(
    {
      name: frame.names.feel('relax', id),
      title,
      typeRef: 'boolean',
      grounds: relaxation,
      origin: { kind: 'relaxation', id },
      written: when,
      logic: literal(frame.standard(main), 'boolean'),
    },
    { fields },
  );
}

function parameterDecision(name: string, frame: Frame): Element {
  const { parameters = {} } = frame.program.rules;
  const { title = name, default: standard = '', best } = parameters[name] ?? {};
  const relaxing = frame.relaxing([name]).map((one) => ({
    holds: frame.names.feel('relax', one.id),
    value: frame.valueOf(name, one.set[name] ?? standard),
    clause: one.clause,
  }));
  const start = frame.valueOf(name, standard);
  const logic = best === undefined ? byPriority(relaxing, start) : bestOf(best, relaxing, start);
  return frame.decision(
    {
      name,
      title,
      typeRef: 'Any',
      description: `${title}：${standard}`,
      grounds: { clause: relaxing.flatMap(({ clause }) => clause) },
      origin: { kind: 'parameter', id: name },
      logic: literal(logic),
    },
    { fields: [], decisions: relaxing.map(({ holds }) => holds) },
  );
}

interface Setting {
  readonly holds: string;
  readonly value: string;
}

/** The highest priority decides, of equal ones the later. */
const byPriority = (relaxing: readonly Setting[], start: string): string =>
  relaxing.reduce(
    (otherwise, { holds, value }) =>
      `if ${holds} = null then null else if ${holds} then ${value} else ${otherwise}`,
    start,
  );

/** 就高: the lowest or highest of the values that apply. */
function bestOf(best: 'lowest' | 'highest', relaxing: readonly Setting[], start: string): string {
  if (relaxing.length === 0) return start;
  const open = relaxing.map(({ holds }) => `${holds} = null`).join(' or ');
  const values = relaxing.map(({ holds, value }) => `if ${holds} then [${value}] else []`);
  const all = `concatenate([], ${values.map((value) => `(${value})`).join(', ')})`;
  const least = best === 'lowest' ? 'min' : 'max';
  return `if ${open} then null else {_set: ${all}, _is: if count(_set) = 0 then ${start} else ${least}(_set)}._is`;
}

function ruleDecision(rule: RuleDefinition, frame: Frame): Element {
  const part = frame.part('rule', rule.id);
  const relaxed = frame.relaxing(part.parameters).length > 0;
  const softening = (frame.program.rules.relax ?? [])
    .filter(({ soften = [] }) => rule.strength === 'must' && soften.includes(rule.id))
    .map(({ id }) => frame.names.feel('relax', id));
  const entries: Entry[] = [['_holds', 'boolean', toPlainFeel(part.main)]];
  if (part.when) entries.unshift(['_applies', 'boolean', toPlainFeel(part.when)]);
  if (relaxed) entries.push(['_by_default', 'boolean', frame.standard(part.main)]);
  if (softening.length) entries.push(['_softened', 'boolean', softening.join(' or ')]);
  const open = [part.when ? '_applies' : '', '_holds', softening.length ? '_softened' : ''];
  const steps = [
    part.when ? 'if _applies = false then "not-applicable"' : '',
    relaxed
      ? 'if _holds = true then (if _by_default = true then "pass" else "relaxed")'
      : 'if _holds = true then "pass"',
    `if ${open.flatMap((name) => (name ? [`${name} = null`] : [])).join(' or ')} then "unknown"`,
    softening.length ? 'if _softened then "needs-reason"' : '',
    rule.strength === 'soft' ? '"needs-reason"' : '"fail"',
  ];
  return frame.decision(
    {
      name: frame.names.feel('rule', rule.id),
      title: rule.title,
      typeRef: 'tVerdict',
      description: rule.message ?? rule.title,
      grounds: rule,
      origin: { kind: 'rule', id: rule.id, strength: rule.strength },
      written: written(rule.require),
      logic: boxedContext(entries, steps.filter((step) => step !== '').join(' else '), 'tVerdict'),
    },
    { fields: part.fields, decisions: [...part.parameters, ...softening] },
  );
}

function eligibilityDecision(frame: Frame): Element {
  const judged = frame.program.rules.rules.map(({ id }) => frame.names.feel('rule', id));
  const steps = [
    `if ${any('fail')} then "ineligible"`,
    `if ${any('unknown')} then "undecided"`,
    `if ${any('needs-reason')} then "needs-reason"`,
    '"eligible"',
  ];
  return frame.decision(
    {
      name: 'eligibility',
      title: '申报资格',
      typeRef: 'tEligibility',
      description: `${frame.program.title}：各项条件的结论合并为一个。`,
      grounds: { clause: frame.program.clauses },
      origin: { kind: 'eligibility', id: frame.program.id },
      logic: boxedContext(
        [['_verdicts', 'Any', `[${judged.join(', ')}]`]],
        steps.join(' else '),
        'tEligibility',
      ),
    },
    { fields: [], decisions: judged },
  );
}

function written(requirement: Requirement): string {
  if (typeof requirement === 'string') return requirement;
  const [list, word] =
    'all' in requirement ? ([requirement.all, ' and '] as const) : ([requirement.any, ' or '] as const);
  return list.map((one) => (typeof one === 'string' ? one : `(${written(one)})`)).join(word);
}
