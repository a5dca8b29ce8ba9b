import type { JsonObject } from '@zhinan/model';
import type { Player } from './play.ts';

/** Rows of a list in the machine's context. */
export function tasks(player: Player, list: string): readonly JsonObject[] {
  return player.snapshot.context.lists[list] ?? [];
}
