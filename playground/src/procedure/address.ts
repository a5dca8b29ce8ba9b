import { replaceHref, routeHref, type ProgramRoute } from '../route.ts';
import { decodePlay, encodePlay } from './link.ts';
import type { Play, Side } from './moves.ts';
import type { Rehearsal } from './rehearsal.ts';
import { GIVEN } from './scenarios/given.ts';
import { startOfPlay } from './start.ts';
import { isTab, type Tab } from './tab.ts';

/** The runs on the page; `b` only while two are compared. */
export interface Runs {
  readonly a: Play;
  readonly b?: Play;
}

/** All of the procedure page that a link reopens. */
export interface Shown {
  readonly runs: Runs;
  readonly side: Side;
  readonly tab: Tab;
  /** Who is played; `undefined` = whoever is waited for. */
  readonly role?: string;
  /** Who acts in the role, and for whom. */
  readonly person?: string;
  readonly principal?: string;
  /** Which machine is looked at: `case`, `batch:hotan`, `case/entitlement`. */
  readonly instance?: string;
}

/** Writes what is shown into the address, without a new entry in the history. Returns the query it wrote. */
export async function writeAddress(
  route: ProgramRoute,
  rehearsal: Rehearsal,
  { runs, side, tab, role, instance, person, principal }: Shown,
): Promise<(isStill: () => boolean) => void> {
  const play = await encodePlay(runs.a, rehearsal.factsOf);
  const other = runs.b && (await encodePlay(runs.b, rehearsal.factsOf));
  return (isStill) => {
    if (!isStill()) return;
    replaceHref(
      routeHref(route, {
        [GIVEN]: route.query.get(GIVEN) ?? undefined,
        play,
        other,
        side: side === 'b' ? side : undefined,
        tab: tab === 'diagram' ? undefined : tab,
        instance: instance === 'case' ? undefined : instance,
        role,
        person,
        for: principal,
      }),
    );
  };
}

/**
 * Reads an address: a play (`play`, `other`), else a scenario (`scenario`, or the one `given`) played up to its step
 * number `at`.
 */
export async function readAddress(query: URLSearchParams, rehearsal: Rehearsal): Promise<Shown> {
  const read = async (name: string): Promise<Play | undefined> => {
    const text = query.get(name);
    return text === null ? undefined : decodePlay(text, rehearsal.factsOf);
  };
  const b = await read('other');
  const a = (await read('play')) ?? begun(query, rehearsal);
  const tab = query.get('tab');
  const role = query.get('role');
  const instance = query.get('instance');
  const person = query.get('person');
  const principal = query.get('for');
  return {
    runs: { a, ...(b === undefined ? {} : { b }) },
    side: b !== undefined && query.get('side') === 'b' ? 'b' : 'a',
    tab: isTab(tab) ? tab : 'diagram',
    ...(role === null ? {} : { role }),
    ...(instance === null ? {} : { instance }),
    ...(person === null ? {} : { person }),
    ...(principal === null ? {} : { principal }),
  };
}

function begun(query: URLSearchParams, rehearsal: Rehearsal): Play {
  const scenario = query.get('scenario') ?? (query.has(GIVEN) ? GIVEN : '');
  const start = startOfPlay(rehearsal.loaded, scenario);
  const steps = Number(query.get('at') ?? 0);
  return Number.isInteger(steps) && steps > 0 ? rehearsal.playOn('a', start, steps).play : start;
}
