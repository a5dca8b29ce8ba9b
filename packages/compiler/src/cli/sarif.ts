import type { Diagnostic, Language } from '@zhinan/model';
import { render } from '../diagnostics/render.ts';
import { version } from '../version.ts';

/** Findings as SARIF 2.1.0, which editors and code-review services read. */
export function sarif(diagnostics: readonly Diagnostic[], language: Language): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'zhinan',
            version,
            rules: [...new Set(diagnostics.map(({ code }) => code))].map((id) => ({ id })),
          },
        },
        results: diagnostics.map((diagnostic) => {
          const { code, severity, message, hint, place } = render(diagnostic, language);
          const { start, end } = place.range ?? {
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          };
          const region = {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
          };
          return {
            ruleId: code,
            level: severity === 'info' ? 'note' : severity,
            message: { text: hint ? `${message} ${hint}` : message },
            locations: [
              { physicalLocation: { artifactLocation: { uri: `definitions/${place.file}` }, region } },
            ],
          };
        }),
      },
    ],
  };
}
