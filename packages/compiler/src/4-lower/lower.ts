import type { Contract, Json, ProgramContract } from '@zhinan/model';
import type { Guideline, ResolvedProgram } from '../2-resolve/guideline.ts';
import { canonical, sha256 } from './canonical.ts';
import { governedParts } from './governed-parts.ts';

/** Stage 4: the guideline as everything downstream may know it; places and sources stay behind. */
export async function lower(guideline: Guideline, generator: string): Promise<Contract> {
  const { file } = guideline;
  const content = {
    format: 1 as const,
    id: guideline.id,
    scheme: guideline.scheme,
    edition: guideline.edition,
    title: file.title,
    shortTitle: file.shortTitle,
    issuer: file.issuer,
    ...(file.calendarRegion ? { calendarRegion: file.calendarRegion } : {}),
    instants: file.instants,
    roles: file.roles,
    clauses: guideline.clauses,
    interpretations: lowerInterpretations(guideline),
    codeLists: guideline.codeLists,
    programs: Object.fromEntries(
      Object.values(guideline.programs).map((program) => [program.id, lowerProgram(program)]),
    ),
  };
  // The order of keys is the author's (fields, instants, steps are read in it): only the hash is over the canonical form.
  const hash = await sha256(canonical(content as unknown as Json));
  return { ...content, hash, generator };
}

function lowerInterpretations(guideline: Guideline): Contract['interpretations'] {
  const governed = governedParts(guideline);
  return Object.fromEntries(
    Object.entries(guideline.file.interpretations ?? {}).map(([name, interpretation]) => {
      const governs = governed.get(name);
      return [name, governs ? { ...interpretation, governs } : interpretation];
    }),
  );
}

function lowerProgram(program: ResolvedProgram): ProgramContract {
  const { id, file, forms, machines, rules, documents, translations } = program;
  return {
    id,
    title: file.title,
    clauses: [file.clause].flat(),
    subject: file.subject,
    applicationForm: file.applicationForm,
    forms,
    machines,
    rules,
    documents,
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
  };
}
