import type { FileTree } from '@zhinan/model';
import { sha256 } from '../4-lower/canonical.ts';
import { hashedSentences } from '../trace/sentences.ts';
import { clausesOf } from './clauses.ts';
import type { ClauseDraft } from './clauses.ts';
import { frameOf, programsOf } from './frame.ts';
import { jsonText, skeletonOf } from './skeleton.ts';
import { suggestionsOf } from './suggestion.ts';
import type { Suggestion } from './suggestion.ts';
import { workListOf } from './work-list.ts';

/** What a text became: an edition to go on from, and what was found in it for an officer to accept. */
export interface Imported {
  readonly title: string;
  readonly drafts: readonly ClauseDraft[];
  readonly suggestions: readonly Suggestion[];
  /** Sentences read, headings among them. */
  readonly sentences: number;
  readonly headings: number;
  /** Names, telephone numbers and mail addresses that were left out. */
  readonly dropped: number;
  /** Files inside the edition's folder, `import.json` among them. */
  readonly files: FileTree;
}

/**
 * From an official text to a skeleton edition. No sentence of the text is kept: clauses carry hashes and a place holder,
 * suggestions the figures and names they were made from. Pure; undefined where the text holds no sentence.
 */
export async function importGuideline(text: string): Promise<Imported | undefined> {
  const sentences = await hashedSentences(text);
  const drafts = clausesOf(sentences, text);
  if (drafts.length === 0) return undefined;
  const frame = frameOf(sentences);
  const programs = programsOf(drafts, frame.title);
  const suggestions = suggestionsOf(drafts, programs.folders);
  return {
    title: frame.title,
    drafts,
    suggestions,
    sentences: sentences.length,
    headings: sentences.filter(({ heading }) => heading).length,
    dropped: sentences.reduce((sum, one) => sum + one.dropped, 0),
    files: {
      ...skeletonOf(drafts, frame, programs),
      'import.json': jsonText(workListOf(suggestions, await sha256(text))),
    },
  };
}
