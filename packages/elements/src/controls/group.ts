import type { Scope } from '../form/scope.ts';
import { control, type ControlKind } from './control.ts';

/** A group whose members are bound themselves (rows, files): it only shows what is wrong with it as a whole. */
const groupKind: ControlKind = {
  passive: true,
  read: () => undefined,
  write: () => undefined,
  lock: () => undefined,
  parts: () => [],
};

export const group = (at: Scope, key: string) => control(at, key, groupKind);
