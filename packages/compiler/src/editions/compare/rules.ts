import type { ProgramContract, RuleDefinition } from '@zhinan/model';
import type { CompiledPart, CompiledRulesSource } from '../../rules/compiled-source.ts';
import type { Typed } from '../../rules/typed.ts';
import type { Finding } from '../change.ts';
import type { Edition } from '../edition.ts';
import { changedParts, inPlainWords, meaning } from '../expression.ts';
import type { Setting } from '../expression.ts';
import { changed, finder } from './finding.ts';
import { byId, clausesOf, pairs } from './pairs.ts';

/** One programme of one edition with its typed expressions. */
export interface Ruled {
  readonly program: ProgramContract;
  readonly compiled: CompiledRulesSource;
  readonly setting: Setting;
}

export function ruled({ contract, rules }: Edition, id: string): Ruled | undefined {
  const [program, compiled] = [contract.programs[id], rules[id]];
  if (!program || !compiled) return undefined;
  return { program, compiled, setting: { definition: program.rules, instants: contract.instants } };
}

export const partOf = (
  { compiled }: Ruled,
  kind: CompiledPart['kind'],
  id: string,
): CompiledPart | undefined => compiled.parts.find((part) => part.kind === kind && part.id === id);

interface Said {
  readonly typed: Typed | undefined;
  readonly reference?: string | undefined;
}

/** Old and new words of an expression that means something else now; only what differs is said. */
export function expressionChange(
  before: Said,
  after: Said,
  ruledBy: { readonly before: Ruled; readonly after: Ruled },
): { readonly before?: string; readonly after?: string; readonly datesOnly: boolean } | undefined {
  const settings = { before: ruledBy.before.setting, after: ruledBy.after.setting };
  const mean = (said: Said, side: 'before' | 'after', withoutDates = false) =>
    said.typed && meaning(said.typed, settings[side], withoutDates);
  if (mean(before, 'before') === mean(after, 'after')) return undefined;
  const parts =
    before.typed && after.typed
      ? changedParts(before.typed, after.typed, settings)
      : { before: before.typed ? [before.typed] : [], after: after.typed ? [after.typed] : [] };
  const say = (side: 'before' | 'after', said: Said) =>
    parts[side].map((part) => inPlainWords(part, settings[side], said.reference)).join('，且');
  return {
    ...changed(say('before', before) || undefined, say('after', after) || undefined),
    datesOnly: mean(before, 'before', true) === mean(after, 'after', true),
  };
}

/** Conditions: added, removed, of another strength, of another content. */
export function compareRules(before: Ruled, after: Ruled): readonly Finding[] {
  const find = finder('condition', [after.program.title]);
  const found: Finding[] = [];
  const both = { before, after };
  const meaningOf = (one: RuleDefinition, side: Ruled) => {
    const part = partOf(side, 'rule', one.id);
    return part && meaning(part.main, side.setting);
  };
  const rules = pairs(byId(before.program.rules.rules), byId(after.program.rules.rules), (one, other) => {
    return one.title === other.title || meaningOf(one, before) === meaningOf(other, after);
  });
  for (const { id, before: one, after: other } of rules.both) {
    const base = {
      subject: other.title,
      about: `rule:${after.program.id}/${id}`,
      clauses: clausesOf(other.clause),
    };
    if (one.strength !== other.strength) {
      const harder = other.strength === 'must';
      found.push(
        find({
          ...base,
          kind: harder ? 'rule-hardened' : 'rule-softened',
          what: harder ? '由“原则上”改为必须' : '由必须改为“原则上”（不符合的说明理由）',
        }),
      );
    }
    const [old, now] = [partOf(before, 'rule', one.id), partOf(after, 'rule', other.id)];
    const references = [{ reference: one.reference }, { reference: other.reference }] as const;
    const content = expressionChange(
      { typed: old?.main, ...references[0] },
      { typed: now?.main, ...references[1] },
      both,
    );
    if (content) {
      const { datesOnly, ...words } = content;
      const what = words.before === undefined ? '增加要求' : words.after === undefined ? '去掉要求' : '要求';
      found.push(find({ ...base, kind: datesOnly ? 'rule-date-moved' : 'rule-changed', what, ...words }));
    }
    const scope = expressionChange({ typed: old?.when }, { typed: now?.when }, both);
    if (scope) {
      const { datesOnly, ...words } = scope;
      const applies = { before: words.before ?? '所有申报人', after: words.after ?? '所有申报人' };
      found.push(
        find({ ...base, kind: datesOnly ? 'rule-date-moved' : 'rule-changed', what: '适用范围', ...applies }),
      );
    }
    const name = (reference: string | undefined, { setting }: Ruled) =>
      reference === undefined ? '无' : (setting.instants[reference]?.title ?? reference);
    const reference = changed(name(one.reference, before), name(other.reference, after));
    if (reference && one.reference !== other.reference)
      found.push(find({ ...base, kind: 'rule-changed', what: '计算到哪一天', ...reference }));
    const title = changed(one.title, other.title);
    if (title) found.push(find({ ...base, kind: 'reworded', what: '条件改称', ...title }));
  }
  for (const { id, after: one } of rules.added) {
    const part = partOf(after, 'rule', id);
    found.push(
      find({
        kind: 'rule-added',
        subject: one.title,
        what: one.strength === 'must' ? '新增条件（必须）' : '新增条件（原则上）',
        about: `rule:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        ...(part ? { after: inPlainWords(part.main, after.setting, one.reference) } : {}),
      }),
    );
  }
  for (const { id, before: one } of rules.removed) {
    const part = partOf(before, 'rule', id);
    found.push(
      find({
        kind: 'rule-removed',
        subject: one.title,
        what: '取消这个条件',
        about: `rule:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        ...(part ? { before: inPlainWords(part.main, before.setting, one.reference) } : {}),
      }),
    );
  }
  return found;
}
