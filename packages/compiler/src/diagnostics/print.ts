import type { Diagnostic, FileTree, Language } from '@zhinan/model';
import { codeFrame } from './frame.ts';
import { render } from './render.ts';
import { wayText } from './way-text.ts';

const words = {
  'zh-CN': { error: '错误', warning: '警告', info: '提示', clause: '条款', hint: '办法', way: '最短经过' },
  en: {
    error: 'error',
    warning: 'warning',
    info: 'info',
    clause: 'clause',
    hint: 'hint',
    way: 'shortest way',
  },
};

type Colour = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green';
/** How a piece of text is coloured; the default leaves it plain. */
export type Paint = (colour: Colour, text: string) => string;

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** Findings as an author reads them: place, severity, sentence, the line with a marker, the remedy. */
export function printFindings(
  diagnostics: readonly Diagnostic[],
  files: FileTree,
  language: Language,
  paint: Paint = (_, text) => text,
): string {
  const said = words[language];
  const colon = language === 'en' ? ': ' : '：';
  return diagnostics
    .map((diagnostic) => {
      const { severity, place, code, message, hint, clause, way } = render(diagnostic, language);
      const at = place.range ? `:${place.range.start.line}:${place.range.start.column}` : '';
      const about = clause ? paint('dim', `  (${said.clause} ${clause})`) : '';
      const text = files[place.file];
      const heading = [
        paint('bold', `definitions/${place.file}${at}`),
        paint(colours[severity], said[severity]),
        paint('dim', code),
      ];
      return [
        heading.join('  ') + about,
        `  ${message}`,
        ...(text !== undefined && place.range ? [codeFrame(text, place.range).replaceAll(/^/gm, '  ')] : []),
        ...(way ? [`  ${paint('dim', said.way)}${colon}${wayText(way, language)}`] : []),
        ...(hint ? [`  ${paint('green', said.hint)}${colon}${hint}`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

/** `3 个错误，1 个警告，0 条提示` */
export function summary(diagnostics: readonly Diagnostic[], language: Language): string {
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((item) => item.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  return language === 'en'
    ? `${errors} error(s), ${warnings} warning(s), ${infos} note(s)`
    : `${errors} 个错误，${warnings} 个警告，${infos} 条提示`;
}
