import { objectsIn, pointerOf } from '../1-load/pointer.ts';
import type { Source, SourceFile } from '../1-load/source.ts';
import type { Citation } from './guideline.ts';

const keys = ['clause', 'clauses', 'x-clause'] as const;

/** Every place in an edition that names a clause. */
export function citationsOf(source: Source): readonly Citation[] {
  const citations: Citation[] = [];
  const collect = (file: SourceFile, by: (pointer: string) => Citation['by']) => {
    for (const { pointer, object } of objectsIn(file.json)) {
      for (const key of keys) {
        const value = object[key];
        if (typeof value === 'string')
          citations.push({ clause: value, place: file.place(`${pointer}/${key}`), by: by(pointer) });
        if (!Array.isArray(value)) continue;
        value.forEach((clause, index) => {
          if (typeof clause === 'string')
            citations.push({ clause, place: file.place(`${pointer}/${key}/${index}`), by: by(pointer) });
        });
      }
    }
  };
  const parts = {
    instants: 'instant',
    supersedes: 'supersession',
    interpretations: 'interpretation',
  } as const;
  collect(source.guideline, (pointer) => parts[pointer.split('/')[1] as keyof typeof parts] ?? 'role');
  for (const program of source.programs.values()) {
    collect(program.program, () => 'program');
    const covers = (program.program.json as { covers?: Readonly<Record<string, string>> }).covers ?? {};
    for (const clause of Object.keys(covers)) {
      citations.push({
        clause,
        place: program.program.keyPlace(`/covers${pointerOf([clause])}`),
        by: 'program',
      });
    }
    collect(program.rules, () => 'rule');
    for (const file of program.forms.values()) collect(file, () => 'form');
    for (const file of program.ui.values()) collect(file, () => 'form');
    for (const file of program.machines.values()) collect(file, () => 'machine');
    for (const file of program.documents.values()) collect(file, () => 'document');
  }
  for (const file of source.scenarios.values()) collect(file, () => 'scenario');
  return citations;
}
