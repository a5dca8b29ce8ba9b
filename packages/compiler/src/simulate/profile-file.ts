import type { Profile } from '@zhinan/engine/simulation';
import type { Json, JsonObject } from '@zhinan/model';
import { nearest } from '../diagnostics/nearest.ts';

const chances = [
  'hurry',
  'returns',
  'rejects',
  'panelRejects',
  'detects',
  'objections',
  'leaves',
  'corrects',
] as const;
const amounts = ['crowding', 'bodies', 'quiet'] as const;

/**
 * Assumptions of a file laid over the usual ones: only what differs has to be written. `faults` are in Chinese and say what
 * to do; with any of them there is no profile to be used.
 */
export function profileWith(
  usual: Profile,
  file: JsonObject,
  roles: readonly string[],
): { readonly profile: Profile; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const known = [...chances, ...amounts, 'applicants', 'roles'];
  for (const name of Object.keys(file)) if (!known.includes(name)) faults.push(unknown(name, known));
  const numbers: Record<string, number> = {};
  const number = (value: Json | undefined, name: string, most: number): number | undefined => {
    if (value === undefined) return undefined;
    if (typeof value === 'number' && value >= 0 && value <= most) return value;
    faults.push(`“${name}”应当是 0 到 ${most} 之间的数字`);
    return undefined;
  };
  for (const name of chances) numbers[name] = number(file[name], name, 1) ?? usual[name];
  numbers['crowding'] = number(file['crowding'], 'crowding', 20) ?? usual.crowding;
  numbers['quiet'] = number(file['quiet'], 'quiet', 250) ?? usual.quiet;
  numbers['bodies'] = Math.max(1, Math.floor(number(file['bodies'], 'bodies', 10_000) ?? usual.bodies));
  const shares = objectOf(file['applicants']);
  for (const name of Object.keys(shares))
    if (!Object.hasOwn(usual.applicants, name)) faults.push(unknown(name, Object.keys(usual.applicants)));
  const share = (name: keyof Profile['applicants']) =>
    number(shares[name], `applicants.${name}`, 1) ?? usual.applicants[name];
  const own: Record<string, Profile['roles'][string]> = {};
  for (const [role, value] of Object.entries(objectOf(file['roles']))) {
    const names = [...roles, ...Object.keys(usual.roles)];
    if (!names.includes(role)) {
      faults.push(unknown(role, names));
      continue;
    }
    const { days, perDay } = objectOf(value);
    const spread = Array.isArray(days) ? (days as readonly Json[]) : undefined;
    const [least, most, longest] = spread ?? usual.roles[role]?.days ?? [0.1, 0.8, 5];
    if (
      typeof least !== 'number' ||
      typeof most !== 'number' ||
      typeof longest !== 'number' ||
      !(least >= 0 && least <= most && most <= longest && longest <= 500)
    ) {
      faults.push(`“roles.${role}.days”应当是从小到大的三个工作日数，如 [0.5, 2, 10]`);
      continue;
    }
    const limit = number(perDay, `roles.${role}.perDay`, 100_000);
    if (limit === 0) faults.push(`“roles.${role}.perDay”应当大于 0；不限人手就不写`);
    own[role] = { days: [least, most, longest], ...(limit ? { perDay: limit } : {}) };
  }
  const profile: Profile = {
    ...usual,
    ...numbers,
    applicants: { valid: share('valid'), boundary: share('boundary'), invalid: share('invalid') },
    roles: { ...usual.roles, ...own },
  };
  return { profile, faults };
}

function unknown(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `没有“${name}”这一项${near === '' ? `；可以写：${known.join('、')}` : `，是不是“${near}”？`}`;
}

function objectOf(json: Json | undefined): JsonObject {
  return json !== null && typeof json === 'object' && !Array.isArray(json) ? (json as JsonObject) : {};
}
