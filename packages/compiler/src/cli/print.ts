import type { Diagnostic, FileTree, Language } from '@zhinan/model';
import pc from 'picocolors';
import { codeFrame } from '../diagnostics/frame.ts';
import { render } from '../diagnostics/render.ts';

const words = {
  'zh-CN': { error: '错误', warning: '警告', info: '提示', clause: '条款', hint: '办法' },
  en: { error: 'error', warning: 'warning', info: 'info', clause: 'clause', hint: 'hint' },
};

/** Findings as an author reads them: place, severity, sentence, the line with a marker, the remedy. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: FileTree,
  language: Language,
): string {
  const said = words[language];
  const paint = { error: pc.red, warning: pc.yellow, info: pc.cyan };
  return diagnostics
    .map((diagnostic) => {
      const { severity, place, code, message, hint, clause } = render(diagnostic, language);
      const at = place.range ? `:${place.range.start.line}:${place.range.start.column}` : '';
      const about = clause ? pc.dim(`  (${said.clause} ${clause})`) : '';
      const text = files[place.file];
      return [
        `${pc.bold(`definitions/${place.file}${at}`)}  ${paint[severity](said[severity])}  ${pc.dim(code)}${about}`,
        `  ${message}`,
        ...(text !== undefined && place.range ? [codeFrame(text, place.range).replaceAll(/^/gm, '  ')] : []),
        ...(hint ? [`  ${pc.green(said.hint)}：${hint}`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

/** `3 个错误，1 个警告` */
export function summary(diagnostics: readonly Diagnostic[], language: Language): string {
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((item) => item.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  return language === 'en'
    ? `${errors} error(s), ${warnings} warning(s), ${infos} note(s)`
    : `${errors} 个错误，${warnings} 个警告，${infos} 条提示`;
}
