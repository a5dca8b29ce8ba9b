import { dirname, join } from 'node:path';
import { buildEditions, keepBuilding, outFolder } from './build.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';

/** `zhinan dev`: generates everything, serves the playground and rebuilds what is edited. */
export async function devCommand(context: CommandContext): Promise<ExitCode> {
  const definitions = await openDefinitions(context);
  const out = outFolder(context);
  await buildEditions(context, definitions, out);
  const playground = join(dirname(definitions.root), 'playground');
  const port = Number(context.options['port'] ?? 5173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port 要写一个 0 到 65535 的端口号');
  process.env['ZHINAN_DIST'] = out;
  const { createServer } = await import('vite');
  const server = await createServer({
    root: playground,
    configFile: join(playground, 'vite.config.ts'),
    server: { port },
  });
  await server.listen();
  keepBuilding(context, definitions, out);
  console.log(context.language === 'en' ? '\nThe playground is open:' : '\n演练场已就绪：');
  server.printUrls();
  console.log(
    context.language === 'en'
      ? 'Edit definitions/ and the page follows. Ctrl+C ends.'
      : '修改 definitions/ 后页面会自动更新。按 Ctrl+C 结束。',
  );
  return new Promise(() => undefined);
}
