import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { callText, type Engine, keyActions } from './engine.ts';

export interface WebKitParts {
  /** WebKitWebDriver. */
  readonly driver: string;
  /** WebKitGTK's own small browser. */
  readonly browser: string;
  /** A screen that nobody sees. */
  readonly screen: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** Asks until there is an answer: the driver is up a moment after it was started. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let left = 100; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * WebKitGTK, the engine of Safari as Debian packages it, over WebDriver. It has no mode without a screen, so it gets one
 * that nobody sees. https://www.w3.org/TR/webdriver2/
 */
export async function launchWebKit({ driver, browser, screen }: WebKitParts): Promise<Engine> {
  // The server picks a free number of its own and writes it to the file descriptor named.
  const display = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((found) => {
    display.stdio[3]?.once('data', (text: Buffer) => found(text.toString().trim()));
  });
  const port = await freePort();
  const server = spawn(driver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      // The tests run as root in a container, where WebKit's own sandbox cannot be set up; it sees our pages only.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
    stdio: 'ignore',
  });
  const ask = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { readonly value: Value };
    if (!response.ok) throw new Error(`${path}: ${(value as { readonly message?: string }).message}`);
    return value;
  };
  await patiently(() => ask('GET', '/status'));
  const { sessionId, capabilities } = await ask<{
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  }>('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
    },
  });
  const session = `/session/${sessionId}`;
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    async open(url) {
      await ask('POST', `${session}/url`, { url });
    },
    async run(inPage, argument) {
      const script = `const done = arguments[0]; ${callText(inPage, argument)}
        .then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const { value, error } = await ask<{ readonly value?: string; readonly error?: string }>(
        'POST',
        `${session}/execute/async`,
        { script, args: [] },
      );
      if (value === undefined) throw new Error(error);
      return JSON.parse(value) as never;
    },
    async press(keys) {
      await ask('POST', `${session}/actions`, { actions: keyActions(keys) });
    },
    async close() {
      await ask('DELETE', session);
      server.kill();
      display.kill();
    },
  };
}
