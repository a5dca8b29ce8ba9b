import type { Language } from '@zhinan/model';
import { load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { lower } from '../4-lower/lower.ts';
import { coverageKinds, coverageOf } from '../5-rehearse/coverage.ts';
import type { CoverageKind, ProgramCoverage } from '../5-rehearse/coverage.ts';
import { filesOf } from '../compile.ts';
import { version } from '../version.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';

/** `zhinan test --coverage`: which rules, ways, waits and ends no scenario shows. */
export async function coverageCommand(context: CommandContext): Promise<ExitCode> {
  const format = context.options['format'] ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UsageError('--coverage 的 --format 只能是 text 或 json');
  const { files, editions } = await openDefinitions(context);
  const found: { readonly edition: string; readonly programs: readonly ProgramCoverage[] }[] = [];
  for (const edition of editions) {
    const source = load(filesOf(files, edition), edition);
    const guideline = source.value && resolve(source.value).value;
    if (!guideline) throw new UsageError(`${edition} 有错误，请先运行 zhinan check (run zhinan check first)`);
    const contract = await lower(guideline, version);
    found.push({ edition, programs: coverageOf(contract, guideline.scenarios) });
  }
  if (format === 'json') console.log(JSON.stringify(found, null, 2));
  else
    for (const { edition, programs } of found) {
      console.log(`\n${edition}`);
      for (const program of programs) console.log(coverageText(program, context.language));
    }
  return 0;
}

const english: Readonly<Record<CoverageKind, string>> = {
  rule: 'rules (held and not held)',
  relaxation: 'relaxations',
  amount: 'amounts',
  transition: 'ways',
  timer: 'waits that end',
  end: 'ends',
};

/** Counts by kind, and everything that no scenario shows with its clause. */
export function coverageText(
  { title, program, scenarios, items }: ProgramCoverage,
  language: Language,
): string {
  const kinds = Object.keys(coverageKinds) as CoverageKind[];
  const lines = kinds.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    const missing = own.filter((item) => item.scenarios === 0);
    const name = language === 'en' ? english[kind] : coverageKinds[kind];
    return [
      `    ${name}  ${own.length - missing.length}/${own.length}`,
      ...missing.map((item) => `      ✗ ${item.title}  ${item.clauses.join('、')}  (${item.name})`),
    ];
  });
  const count = language === 'en' ? `${scenarios} scenarios` : `${scenarios} 个情景`;
  return [`  ${title}（${program}） ${count}`, ...lines].join('\n');
}
