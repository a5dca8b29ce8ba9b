import { watch as watchFiles } from 'chokidar';
import { relative, sep } from 'node:path';

/** Calls back with the changed paths (relative, posix), gathered over a short pause so that a save of several files is one change. */
export function watchDefinitions(
  root: string,
  onChange: (paths: readonly string[]) => Promise<void>,
): { close(): Promise<void> } {
  const changed = new Set<string>();
  let pause: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const watcher = watchFiles(root, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 },
  });
  watcher.on('all', (_event, path) => {
    if (!path.endsWith('.json')) return;
    changed.add(relative(root, path).split(sep).join('/'));
    clearTimeout(pause);
    pause = setTimeout(() => {
      const paths = [...changed];
      changed.clear();
      working = working.then(() => onChange(paths));
    }, 30);
  });
  return { close: () => watcher.close() };
}
