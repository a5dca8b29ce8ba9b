import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callText, type Engine, keyActions } from './engine.ts';

interface Reply {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly message?: string;
}

/**
 * Firefox as it is installed, over WebDriver BiDi, which it speaks itself: Playwright would want a build of its own.
 * https://www.w3.org/TR/webdriver-bidi/
 */
export async function launchFirefox(path: string): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'zhinan-firefox-'));
  const options = ['--headless', '--no-remote', '--profile', home, '--remote-debugging-port', '0'];
  const firefox = spawn(path, [...options, 'about:blank'], {
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    firefox.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (url !== undefined) found(url);
    });
    firefox.once('exit', (code) => failed(new Error(`${path} ended with ${code}: ${said}`)));
  });

  const socket = new WebSocket(`${address}/session`);
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened);
    socket.addEventListener('error', failed);
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const send = async <Result>(method: string, params: object): Promise<Result> => {
    const id = ++last;
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (reply.type === 'error') throw new Error(`${method}: ${reply.message}`);
    return reply.result as Result;
  };

  const { capabilities } = await send<{ readonly capabilities: { readonly browserVersion: string } }>(
    'session.new',
    { capabilities: {} },
  );
  const { context } = await send<{ readonly context: string }>('browsingContext.create', { type: 'tab' });
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async run(inPage, argument) {
      const { result, exceptionDetails } = await send<{
        readonly result?: { readonly value: string };
        readonly exceptionDetails?: { readonly text: string };
      }>('script.evaluate', {
        expression: callText(inPage, argument),
        target: { context },
        awaitPromise: true,
      });
      if (!result) throw new Error(exceptionDetails?.text);
      return JSON.parse(result.value) as never;
    },
    async press(keys) {
      await send('input.performActions', { context, actions: keyActions(keys) });
    },
    async close() {
      const ended = new Promise((resolve) => firefox.once('exit', resolve));
      await send('browser.close', {});
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
