import type { Requirement, RelaxationDefinition } from '@zhinan/model';
import { toPlainFeel } from '../../rules/plain-feel.ts';
import type { CompiledPart } from '../../rules/compiled-source.ts';
import type { EmitInput } from '../emitter.ts';
import { boxedContext, decision, literal } from './decision.ts';
import type { DecisionParts } from './decision.ts';
import type { DmnNames } from './identifiers.ts';
import type { Sources } from './sources.ts';
import type { Element } from './xml.ts';

/** Words of a rule's verdict and of the whole, as in our own outcomes. */
export const verdicts = ['pass', 'relaxed', 'needs-reason', 'fail', 'unknown', 'not-applicable'] as const;
export const eligibilities = ['eligible', 'needs-reason', 'ineligible', 'undecided'] as const;

type Written = Pick<
  DecisionParts,
  'name' | 'title' | 'typeRef' | 'description' | 'grounds' | 'origin' | 'logic'
> &
  Partial<Pick<DecisionParts, 'written'>>;

const byPriority = (a: RelaxationDefinition, b: RelaxationDefinition) =>
  (b.priority ?? 0) - (a.priority ?? 0);

const any = (verdict: string): string => `list contains(_verdicts, "${verdict}")`;

/** Decisions of one programme, in the order of its rules. */
export class ProgramDecisions {
  readonly #program: EmitInput['program'];
  readonly #parts: readonly CompiledPart[];
  /** FEEL of a parameter's value: the position of a rank. */
  readonly #valueOf: (parameter: string, value: string | number | boolean) => string;
  readonly #names: DmnNames;
  readonly #sources: Sources;

  constructor(
    program: EmitInput['program'],
    parts: readonly CompiledPart[],
    valueOf: (parameter: string, value: string | number | boolean) => string,
    names: DmnNames,
    sources: Sources,
  ) {
    this.#program = program;
    this.#parts = parts;
    this.#valueOf = valueOf;
    this.#names = names;
    this.#sources = sources;
  }

  /** Inputs that the host gives beside the forms: limits that were not published with the text. */
  readonly openLimits: { readonly name: string; readonly title: string }[] = [];

  all(): readonly Element[] {
    const { rules } = this.#program;
    const judged = rules.rules.map((rule) => this.#names.feel('rule', rule.id));
    return [
      ...(rules.relax ?? []).map((relaxation) => this.#relaxation(relaxation)),
      ...Object.keys(rules.parameters ?? {}).map((name) => this.#parameter(name)),
      ...rules.rules.map((rule) => this.#rule(rule)),
      this.#eligibility(judged),
      ...(rules.amounts ?? []).map((amount) => this.#amount(amount)),
      ...(rules.quotas ?? []).map((quota) => this.#quota(quota)),
    ];
  }

  #part(kind: CompiledPart['kind'], id: string): CompiledPart {
    const found = this.#parts.find((part) => part.kind === kind && part.id === id);
    if (found) return found;
    throw new Error(`${kind} ${id} was not compiled`);
  }

  #decision(parts: Written, from: readonly CompiledPart[], more: readonly string[] = []): Element {
    const forms = new Set(from.flatMap(({ fields }) => fields.map((key) => key.split('/')[0] ?? '')));
    const decisions = new Set([...from.flatMap(({ parameters }) => parameters), ...more]);
    return decision({ ...parts, inputs: forms, decisions }, this.#names, this.#sources);
  }

  #relaxation(relaxation: RelaxationDefinition): Element {
    const { id, title, when } = relaxation;
    const part = this.#part('relaxation', id);
    return this.#decision(
      {
        name: this.#names.feel('relax', id),
        title,
        typeRef: 'boolean',
        description: title,
        grounds: relaxation,
        origin: { kind: 'relaxation', id },
        written: when,
        // The condition of a relaxation is asked with the defaults.
        logic: literal(toPlainFeel(part.main, { parameters: this.#defaults() }), 'boolean'),
      },
      [{ ...part, parameters: [] }],
    );
  }

  #defaults(): ReadonlyMap<string, string> {
    return new Map(
      Object.entries(this.#program.rules.parameters ?? {}).map(([name, { default: value }]) => [
        name,
        this.#valueOf(name, value),
      ]),
    );
  }

  #relaxing(parameters: readonly string[]): readonly RelaxationDefinition[] {
    return (this.#program.rules.relax ?? []).filter(({ set }) =>
      parameters.some((name) => Object.hasOwn(set, name)),
    );
  }

  #parameter(name: string): Element {
    const { parameters = {} } = this.#program.rules;
    const standard = parameters[name];
    // The higher priority decides, of equal ones the later.
    const relaxing = this.#relaxing([name]).toReversed().toSorted(byPriority);
    const text = relaxing.reduceRight(
      (otherwise, { id, set }) => {
        const holds = this.#names.feel('relax', id);
        const value = this.#valueOf(name, set[name] ?? standard?.default ?? '');
        return `if ${holds} = null then null else if ${holds} then ${value} else ${otherwise}`;
      },
      this.#valueOf(name, standard?.default ?? ''),
    );
    return this.#decision(
      {
        name,
        title: standard?.title ?? name,
        typeRef: 'Any',
        description: [standard?.title ?? name, String(standard?.default ?? '')].join('：'),
        grounds: { clause: relaxing.flatMap(({ clause }) => clause) },
        origin: { kind: 'parameter', id: name },
        logic: literal(text),
      },
      [],
      relaxing.map(({ id }) => this.#names.feel('relax', id)),
    );
  }

  #rule(rule: EmitInput['program']['rules']['rules'][number]): Element {
    const part = this.#part('rule', rule.id);
    const relaxed = this.#relaxing(part.parameters).length > 0;
    const failing = rule.strength === 'soft' ? 'needs-reason' : 'fail';
    const entries: [string, string, string][] = [
      ...(part.when ? [['_applies', 'boolean', toPlainFeel(part.when)] as [string, string, string]] : []),
      ['_holds', 'boolean', toPlainFeel(part.main)],
      ...(relaxed
        ? [
            ['_by_default', 'boolean', toPlainFeel(part.main, { parameters: this.#defaults() })] as [
              string,
              string,
              string,
            ],
          ]
        : []),
    ];
    const steps = [
      part.when ? 'if _applies = false then "not-applicable" else ' : '',
      relaxed
        ? 'if _holds = true then (if _by_default = true then "pass" else "relaxed") else '
        : 'if _holds = true then "pass" else ',
      part.when ? 'if _applies = null or _holds = null' : 'if _holds = null',
      ` then "unknown" else "${failing}"`,
    ];
    return this.#decision(
      {
        name: this.#names.feel('rule', rule.id),
        title: rule.title,
        typeRef: 'tVerdict',
        description: rule.message ?? rule.title,
        grounds: rule,
        origin: { kind: 'rule', id: rule.id, strength: rule.strength },
        written: written(rule.require),
        logic: boxedContext(entries, steps.join(''), 'tVerdict'),
      },
      [part],
    );
  }

  #eligibility(judged: readonly string[]): Element {
    return this.#decision(
      {
        name: 'eligibility',
        title: '申报资格',
        typeRef: 'tEligibility',
        description: `${this.#program.title}：各项条件的结论合并为一个。`,
        grounds: { clause: this.#program.clauses },
        origin: { kind: 'eligibility', id: this.#program.id },
        logic: boxedContext(
          [['_verdicts', 'Any', `[${judged.join(', ')}]`]],
          `if ${any('fail')} then "ineligible" else if ${any('unknown')} then "undecided" else if ${any('needs-reason')} then "needs-reason" else "eligible"`,
          'tEligibility',
        ),
      },
      [],
      judged,
    );
  }

  #amount(amount: NonNullable<EmitInput['program']['rules']['amounts']>[number]): Element {
    const part = this.#part('amount', amount.id);
    const least = `max(${Math.max(amount.floor ?? 0, 0)}, _value)`;
    const bounded = amount.cap === undefined ? least : `min(${amount.cap}, ${least})`;
    return this.#decision(
      {
        name: this.#names.feel('amount', amount.id),
        title: amount.title,
        typeRef: 'number',
        description: `${amount.title}（${amount.unit}）`,
        grounds: amount,
        origin: { kind: 'amount', id: amount.id },
        written: amount.value,
        logic: boxedContext(
          [['_value', 'number', toPlainFeel(part.main)]],
          `if _value = null then null else ${bounded}`,
          'number',
        ),
      },
      [part],
    );
  }

  #quota(quota: NonNullable<EmitInput['program']['rules']['quotas']>[number]): Element {
    const part = this.#part('quota', quota.id);
    const name = this.#names.feel('quota', quota.id);
    const where = toPlainFeel(part.main, { parameters: this.#defaults(), root: '_member.' });
    const counted = `for _member in members return {_in: ${where}, _is: if _in then 1 else if _in = false then 0 else null}._is`;
    const limits = (['min', 'max'] as const).flatMap((end) => {
      const limit = quota[end];
      const sign = end === 'min' ? '>=' : '<=';
      if (limit === undefined) return [];
      if (limit !== null) return [`(_count ${sign} ${limit})`];
      const open = `${name}_${end}`;
      this.openLimits.push({
        name: open,
        title: `${quota.title}${end === 'min' ? '下限' : '上限'}（另行公布）`,
      });
      return [`(_count ${sign} ${open})`];
    });
    const forms = { ...part, fields: ['members'], parameters: [] };
    const open = this.openLimits
      .filter((limit) => limit.name.startsWith(`${name}_`))
      .map((limit) => limit.name);
    return this.#decision(
      {
        name,
        title: quota.title,
        typeRef: 'boolean',
        description: quota.title,
        grounds: quota,
        origin: { kind: 'quota', id: quota.id },
        ...(quota.where === undefined ? {} : { written: quota.where }),
        logic: boxedContext(
          [
            ['_counted', 'Any', `if members = null then null else ${counted}`],
            [
              '_count',
              'number',
              'if _counted = null or list contains(_counted, null) then null else sum(concatenate([0], _counted))',
            ],
          ],
          limits.length ? limits.join(' and ') : 'true',
          'boolean',
        ),
      },
      [{ ...forms, fields: ['members', ...open] }],
    );
  }
}

function written(requirement: Requirement): string {
  if (typeof requirement === 'string') return requirement;
  const [list, word] =
    'all' in requirement ? ([requirement.all, ' and '] as const) : ([requirement.any, ' or '] as const);
  return list.map((one) => (typeof one === 'string' ? one : `(${written(one)})`)).join(word);
}
