import {
  explainRefusal,
  type Effect,
  type Environment,
  type Procedure,
  type ProcedureEntry,
} from '@zhinan/engine';
import type { InstanceId, MachineKind } from '@zhinan/model';
import { language, t } from '../language.ts';
import { instanceTitle, MACHINE_WORD } from './machine-words.ts';
import { machineOf, titleOf, type Machine } from './machine.ts';
import type { LogEntry } from './standing.ts';

/**
 * What happened, in words: the opening of the machines and what nobody did are left out. `ends` tells for each move how
 * long the procedure's log was after it.
 */
export function logOf(
  environment: Environment,
  machines: readonly Machine[],
  { log }: Procedure,
  ends: readonly number[],
): readonly LogEntry[] {
  const before = new Map<InstanceId, readonly string[]>();
  return log.flatMap((entry, position) => {
    const left = before.get(entry.instance) ?? [];
    before.set(entry.instance, entry.states);
    if (entry.event === 'open' || (!entry.accepted && entry.role === undefined)) return [];
    const move = ends.findIndex((end) => position < end);
    return [{ ...inWords(environment, machines, entry, left), move }];
  });
}

function inWords(
  environment: Environment,
  machines: readonly Machine[],
  entry: ProcedureEntry,
  left: readonly string[],
): Omit<LogEntry, 'move'> {
  const { at, instance, title, role, from, reason, clauses, effects, refusal } = entry;
  const index = machineOf(environment, machines, instance)?.index;
  const reached = entry.states.filter((path) => !left.includes(path));
  return {
    at,
    instance,
    of: instanceTitle(environment, instance),
    money: effects.flatMap((effect) => (effect.type === 'pay' || effect.type === 'recover' ? [effect] : [])),
    title,
    clauses,
    actor: actorOf(environment, role, from),
    ...(reason === undefined ? {} : { reason }),
    ...(refusal === undefined ? {} : { refused: explainRefusal(refusal, language()) }),
    reached: index === undefined ? [] : reached.map((path) => titleOf(index, path)),
    effects: effects.map((effect) => effectText(environment, effect)),
  };
}

function actorOf({ contract }: Environment, role: string | undefined, from: MachineKind | undefined): string {
  if (role !== undefined) return contract.roles[role]?.title ?? role;
  return from === undefined ? t('byClock') : t('fromMachine', { machine: t(MACHINE_WORD[from]) });
}

function effectText({ contract, program }: Environment, effect: Effect): string {
  switch (effect.type) {
    case 'notify':
      return t('effectNotify', { to: contract.roles[effect.to]?.title ?? effect.to });
    case 'cc':
      return t('effectCc', { to: contract.roles[effect.to]?.title ?? effect.to });
    case 'select':
      return t('effectSelect');
    case 'lookup':
      return t('effectLookup', { register: effect.register });
    case 'render':
      return t('effectRender', { document: program.documents[effect.document]?.title ?? effect.document });
    case 'send':
      return t('effectSend', { to: t(MACHINE_WORD[effect.to]) });
    case 'pay':
    case 'recover': {
      const amount =
        effect.value === null
          ? t('effectUndecided')
          : `${effect.value.toLocaleString('zh-CN')} ${effect.unit}`;
      return t(effect.type === 'pay' ? 'effectPay' : 'effectRecover', { title: effect.title, amount });
    }
    case 'flag':
      return t('effectFlag', { subject: effect.subject, note: effect.note });
  }
}
