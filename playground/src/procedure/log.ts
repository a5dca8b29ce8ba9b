import type { Effect, Environment, Procedure, ProcedureEntry } from '@zhinan/engine';
import type { MachineKind } from '@zhinan/model';
import { t } from '../language.ts';
import { MACHINE_WORD } from './machine-words.ts';
import { titleOf, type Machine } from './machine.ts';
import type { LogEntry } from './standing.ts';

/** What happened, in words: the opening of the machines and what nobody did are left out. */
export function logOf(
  environment: Environment,
  machines: readonly Machine[],
  { log }: Procedure,
): readonly LogEntry[] {
  const before = new Map<MachineKind, readonly string[]>();
  return log.flatMap((entry) => {
    const left = before.get(entry.machine) ?? [];
    before.set(entry.machine, entry.states);
    if (!entry.accepted || entry.event === 'open') return [];
    return [inWords(environment, machines, entry, left)];
  });
}

function inWords(
  environment: Environment,
  machines: readonly Machine[],
  entry: ProcedureEntry,
  left: readonly string[],
): LogEntry {
  const { at, machine, title, role, from, reason, clauses, effects } = entry;
  const index = machines.find(({ kind }) => kind === machine)?.index;
  const reached = entry.states.filter((path) => !left.includes(path));
  return {
    at,
    machine,
    title,
    clauses,
    actor: actorOf(environment, role, from),
    ...(reason === undefined ? {} : { reason }),
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
