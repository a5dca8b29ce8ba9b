import type { Json } from '@zhinan/model';
import type { LoadedProgram } from '../packages.ts';

/** The form that an event carries, as its transition's `meta` says; an event means the same form everywhere. */
export function formAsked(loaded: LoadedProgram, machine: string, event: string): string | undefined {
  const config = Object.values(loaded.program.machines).find(({ kind }) => kind === machine)?.config;
  return config === undefined ? undefined : search(config, event);
}

function search(node: Json | undefined, event: string): string | undefined {
  if (!isObject(node)) return undefined;
  const on = node['on'];
  const own = isObject(on) ? formOf(on[event]) : undefined;
  if (own !== undefined) return own;
  const states = node['states'];
  for (const child of isObject(states) ? Object.values(states) : []) {
    const found = search(child, event);
    if (found !== undefined) return found;
  }
  return undefined;
}

function formOf(transition: Json | undefined): string | undefined {
  for (const each of Array.isArray(transition) ? transition : [transition]) {
    const meta = isObject(each) ? each['meta'] : undefined;
    const form = isObject(meta) ? meta['form'] : undefined;
    if (typeof form === 'string') return form;
  }
  return undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
