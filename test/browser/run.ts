import { spawn } from 'node:child_process';

/** Runs Node to its end. Fails with all that was said when it fails. */
export function run(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (status) =>
      status === 0 ? done() : fail(new Error(`node ${args.join(' ')} failed:\n${said}`)),
    );
  });
}
