import type { Diagnostic } from '@zhinan/model';
import { compile } from '../compile.ts';
import type { Stage } from '../compile.ts';
import { render } from '../diagnostics/render.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { printFindings, summary } from '../diagnostics/print.ts';
import { paint } from './paint.ts';
import { progressLine } from './progress.ts';
import { sarif } from './sarif.ts';

/** `zhinan check`: everything that can be said without writing a file. */
export function checkCommand(context: CommandContext): Promise<ExitCode> {
  return report(context, 'check');
}

/** `zhinan test`: the same, and plays every scenario; with `--coverage`, what the scenarios leave out. */
export async function testCommand(context: CommandContext): Promise<ExitCode> {
  if (context.options['coverage']) return (await import('./coverage.ts')).coverageCommand(context);
  return report(context, 'rehearse');
}

async function report(context: CommandContext, until: Stage): Promise<ExitCode> {
  const { options, language } = context;
  const format = options['format'] ?? 'text';
  if (format !== 'text' && format !== 'json' && format !== 'sarif')
    throw new UsageError('--format 只能是 text、json 或 sarif');
  const { files, editions } = await openDefinitions(context);
  const all: Diagnostic[] = [];
  for (const edition of editions) {
    const line = progressLine(edition);
    const { diagnostics } = await compile(files, edition, {
      until,
      ways: true,
      onStage: (stage) => line.stage(stage),
    });
    all.push(...diagnostics);
    const scenarios = Object.keys(files).filter((path) => path.startsWith(`${edition}/scenarios/`)).length;
    const played =
      until === 'rehearse' ? (language === 'en' ? `${scenarios} scenarios, ` : `${scenarios} 个情景，`) : '';
    const text = `${played}${summary(diagnostics, language)}`;
    if (diagnostics.some(({ severity }) => severity === 'error')) line.failed(text);
    else line.done(text);
  }
  if (format === 'json')
    console.log(
      JSON.stringify(
        all.map((item) => render(item, language)),
        null,
        2,
      ),
    );
  else if (format === 'sarif') console.log(JSON.stringify(sarif(all, language), null, 2));
  else if (all.length > 0) console.log(printFindings(all, files, language, paint));
  return all.some(({ severity }) => severity === 'error') ? 1 : 0;
}
