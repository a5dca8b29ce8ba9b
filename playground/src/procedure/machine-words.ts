import type { MachineKind } from '@zhinan/model';
import type { Word } from '../words.ts';

export const MACHINE_WORD: Readonly<Record<MachineKind, Word>> = {
  case: 'machineCase',
  batch: 'machineBatch',
  round: 'machineRound',
  entitlement: 'machineEntitlement',
  amendment: 'machineAmendment',
};
