import { addressOf, type Environment } from '@zhinan/engine';
import type { InstanceId, MachineKind } from '@zhinan/model';
import { t } from '../language.ts';
import type { Word } from '../words.ts';

export const MACHINE_WORD: Readonly<Record<MachineKind, Word>> = {
  case: 'machineCase',
  batch: 'machineBatch',
  round: 'machineRound',
  entitlement: 'machineEntitlement',
  amendment: 'machineAmendment',
};

/** One running machine in words: 申报件, 申报件 2, 推荐批次 hotan, 申报件 2 · 生活补贴发放. */
export function instanceTitle(environment: Environment, id: InstanceId): string {
  const address = addressOf(environment, id);
  if (address === undefined) return id;
  const { machine, of } = address;
  const label = address.id.slice(address.id.lastIndexOf('/') + 1).split(':')[1];
  const own = of === undefined ? t(MACHINE_WORD[machine.kind]) : machine.title;
  const numbered = label === undefined ? own : `${own} ${label}`;
  return of === undefined || of === 'case' ? numbered : `${instanceTitle(environment, of)} · ${numbered}`;
}
