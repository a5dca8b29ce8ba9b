import type { FormContract, Translation } from '@zhinan/model';
import { lookupsOf } from '../../forms/form-options.ts';
import { literal } from './literal.ts';

/** What registers may fill in, as the form's class says it; nothing where there is none. */
export function lookupStatics({ ui }: FormContract): string {
  const lookups = lookupsOf(ui).map(({ register, title, by, fills }) => ({ register, title, by, fills }));
  return lookups.length === 0 ? '' : `  static lookups = ${literal(lookups)};\n`;
}

/** What the registers are called in another language, in the order of the class. */
export function translatedLookups({ ui }: FormContract, { texts }: Translation): string {
  const titles = lookupsOf(ui).map(({ title }) => texts[title] ?? title);
  return titles.length === 0 ? '' : `  lookups: ${literal(titles)},\n`;
}
