import type { Diagnostic, Language, RenderedDiagnostic } from '@zhinan/model';
import { catalogue } from './catalogue.ts';
import { say } from './message.ts';
import { stoppedText } from './way-text.ts';

/** Adds the prose of one language to a finding. */
export function render(diagnostic: Diagnostic, language: Language): RenderedDiagnostic {
  const entry = catalogue[diagnostic.code];
  if (!entry) throw new Error(`no message for ${diagnostic.code}`);
  const message =
    say(entry.message, diagnostic.params, language) + fromBlock(diagnostic.place.block, language);
  const hint = entry.hint && say(entry.hint, diagnostic.params, language);
  const stopped = diagnostic.way?.stopped && stoppedText(diagnostic.way.stopped, language);
  return { ...diagnostic, message, ...(hint ? { hint } : {}), ...(stopped ? { stopped } : {}) };
}

/** A finding about something that the author did not write himself says where it comes from. */
function fromBlock(block: string | undefined, language: Language): string {
  if (block === undefined) return '';
  return language === 'en' ? ` (in the expansion of block "${block}")` : `（出自模块“${block}”的展开）`;
}
