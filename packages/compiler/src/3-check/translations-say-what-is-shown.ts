import type { Diagnostic, FormContract, Json } from '@zhinan/model';
import { pointerOf } from '../1-load/pointer.ts';
import { translationMessages } from '../diagnostics/messages/translations.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { lookupsOf } from '../forms/form-options.ts';
import { interfaceLanguages } from '../forms/interface-languages.ts';
import type { Check } from './checking.ts';

const report = reporter(translationMessages);

/** A translation names a language whose interface there is, and texts that a form of its programme shows. */
export const translationsSayWhatIsShown: Check = (guideline) =>
  Object.values(guideline.programs).flatMap((program) => {
    const shown = new Set(Object.values(program.forms).flatMap(textsOf));
    // The name of one row is part of its title: 徒弟 of 一名徒弟.
    const isShown = (text: string): boolean =>
      shown.has(text) || [...shown].some((title) => title.startsWith('一') && title.endsWith(text));
    return [...program.source.translations].flatMap(([language, file]): readonly Diagnostic[] => {
      const known = Object.keys(interfaceLanguages);
      if (!known.includes(language))
        return [report('translation/unknown-language', file.place(''), { language, known })];
      return Object.keys(program.translations[language]?.texts ?? {})
        .filter((text) => !isShown(text))
        .map((text) =>
          report('translation/unknown-text', file.keyPlace(`/texts${pointerOf([text])}`), {
            text,
            nearest: nearest(text, shown),
          }),
        );
    });
  });

const worded = new Set(['title', 'description', 'x-unit', 'purpose']);

/** Every text of a form that stands on the screen as written. */
function textsOf({ title, sections, schema, ui }: FormContract): readonly string[] {
  return [
    title,
    ...sections.flatMap((section) => [section.title, section.description ?? '']),
    ...lookupsOf(ui).map((lookup) => lookup.title),
    ...texts(schema),
  ];
}

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, part]) => {
    if (typeof part === 'string') return worded.has(key) ? [part] : [];
    if (key === 'enum' || key === 'x-titles') return (part as readonly Json[]).map(String);
    return texts(part);
  });
}
