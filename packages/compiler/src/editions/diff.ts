import type { Contract } from '@zhinan/model';
import { topics } from './change.ts';
import type { Change, EditionDiff, EditionName, Finding } from './change.ts';
import { compareAmounts } from './compare/amounts.ts';
import { compareClauses } from './compare/clauses.ts';
import { compareCodes } from './compare/codes.ts';
import { compareDocuments } from './compare/documents.ts';
import { compareForms } from './compare/forms.ts';
import { compareGeneral } from './compare/general.ts';
import { compareMoments } from './compare/instants.ts';
import { compareInterpretations, underChoices } from './compare/interpretations.ts';
import { compareMachines } from './compare/machines.ts';
import { compareQuotas } from './compare/quotas.ts';
import { compareRelaxations } from './compare/relaxations.ts';
import { compareRules, ruled } from './compare/rules.ts';
import { compareTables } from './compare/tables.ts';
import type { Edition } from './edition.ts';
import { titledAs } from './edition-name.ts';
import { fold } from './fold.ts';
import { judgedDifferently } from './applicants.ts';

/**
 * The policy difference of two editions: what an officer, an applicant or a reviewer has to know of, and nothing of how
 * the files are written. Pure.
 */
export function diffEditions(before: Edition, after: Edition): EditionDiff {
  const retitled = { ...before, contract: retitledAs(before.contract, after.contract.edition) };
  const changes = [...fold(findingsOf(retitled, after))].toSorted((one, other) => rank(one) - rank(other));
  return {
    from: nameOf(before.contract),
    to: nameOf(after.contract),
    changes,
    ...judgedDifferently(before, after),
  };
}

const order = Object.keys(topics);
const rank = ({ topic }: Change): number => order.indexOf(topic);

const nameOf = ({ id, title, shortTitle }: Contract): EditionName => ({ id, title, shortTitle });

function findingsOf(before: Edition, after: Edition): readonly Finding[] {
  const [old, now] = [before.contract, after.contract];
  const found: Finding[] = [
    ...compareGeneral(old, now),
    ...compareMoments(old, now),
    ...compareInterpretations(old, now),
    ...compareCodes(old, now),
    ...compareClauses(old, now),
  ];
  for (const id of Object.keys(now.programs)) {
    const [one, other] = [ruled(before, id), ruled(after, id)];
    if (!one || !other) continue;
    found.push(
      ...compareRules(one, other),
      ...compareRelaxations(one, other),
      ...compareTables(one, other),
      ...compareAmounts(one, other),
      ...compareQuotas(one, other),
      ...compareForms(one.program, other.program),
      ...compareMachines({ contract: old, program: one.program }, { contract: now, program: other.program }),
      ...compareDocuments(one.program, other.program, [old.edition, now.edition]),
    );
  }
  return underChoices(found, old, now);
}

/** The edition with its name in titles replaced by the other's. */
function retitledAs(contract: Contract, edition: string): Contract {
  const titles = new Set(['title', 'shortTitle', 'heading']);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return titles.has(key) ? titledAs(value, contract.edition, edition) : value;
    if (value === null || typeof value !== 'object' || key === 'interpretations') return value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return walk(contract, '') as Contract;
}
