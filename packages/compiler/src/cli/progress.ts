import pc from 'picocolors';

/** One line per edition: on a terminal it shows the stage at work, in a pipe only the result. */
export function progressLine(title: string): {
  stage(name: string): void;
  done(text: string): void;
  failed(text: string): void;
} {
  const live = process.stderr.isTTY === true;
  const show = (text: string, end: string) =>
    process.stderr.write(`${live ? '\r\u001B[2K' : ''}${text}${end}`);
  return {
    stage: (name) => {
      if (live) show(`${pc.cyan('…')} ${title}  ${pc.dim(name)}`, '');
    },
    done: (text) => show(`${pc.green('✓')} ${title}  ${text}`, '\n'),
    failed: (text) => show(`${pc.red('✗')} ${title}  ${text}`, '\n'),
  };
}
