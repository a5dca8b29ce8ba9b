import { formatInstant, millisOf, plusYears, type IsoInstant } from '../calendar/instant.ts';
import { machineOfKind, momentOf, type Environment } from '../workflow/environment.ts';
import { kernelOf } from '../workflow/machine.ts';
import { practicalDeadline } from './foresight.ts';

/** When applications are made, and until when they are followed. */
export interface Period {
  readonly from: IsoInstant;
  readonly closes: IsoInstant;
  readonly until: IsoInstant;
}

const DAY = 86_400_000;
/** Days before the deadline that a programme is taken to open, where nothing else is said. */
const OPEN_DAYS = 45;
const FOLLOWED_YEARS = 3;

/** From weeks before the first deadline to three years after it; without a deadline the whole year of the edition. */
export function periodOf(environment: Environment): Period {
  const closes = firstDeadline(environment, 'case') ?? firstDeadline(environment, 'batch');
  if (closes !== undefined) {
    const from = formatInstant(millisOf(closes) - OPEN_DAYS * DAY);
    return { from, closes, until: plusYears(closes, FOLLOWED_YEARS) };
  }
  const year = /^\d{4}/.exec(environment.contract.edition)?.[0] ?? '2025';
  const from = `${year}-01-01T00:00:00+08:00`;
  return { from, closes: plusYears(from, 1), until: plusYears(from, 1 + FOLLOWED_YEARS) };
}

function firstDeadline(environment: Environment, kind: 'case' | 'batch'): IsoInstant | undefined {
  const contract = machineOfKind(environment, kind);
  if (!contract) return undefined;
  const [first] = Object.entries(contract.delays)
    .flatMap(([delay, definition]) => {
      const dueAt = 'instant' in definition ? momentOf(environment, definition.instant) : undefined;
      return dueAt === undefined ? [] : [{ delay, dueAt }];
    })
    .sort((a, b) => millisOf(a.dueAt) - millisOf(b.dueAt));
  if (!first) return undefined;
  const { index } = kernelOf(environment, contract.id);
  return practicalDeadline(environment, index, contract, '', first);
}
