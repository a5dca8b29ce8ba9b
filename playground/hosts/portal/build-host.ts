import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HostName } from './hosts.ts';

const run = promisify(execFile);

/**
 * Builds a host's page into `out`. In a process of its own: Vite builds for the `NODE_ENV` of its process, and those
 * that call this, a test or a development server, are not in production.
 */
export async function buildHost(name: HostName, folder: string, out: string): Promise<void> {
  const script = join(import.meta.dirname, 'build.ts');
  await run(process.execPath, ['--conditions=zhinan-source', script, name, folder, out], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
}
