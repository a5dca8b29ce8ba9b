// Installs what is missing, says what it does, and does nothing when all is there.
// Plain JavaScript for Node ≥ 20: it runs on a fresh clone, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, findFirefox, findWebKit } from './find-browser.mjs';
import { fetchSchemaSuite } from './schema-suite.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const marker = `${root}node_modules/.zhinan-installed`;
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 20)
  fail(`需要 Node.js 20 或更高版本，现在是 ${process.versions.node}。 (Node.js 20 or newer is needed.)`);
installPackages();
if (process.argv.includes('--with-browser')) {
  await installBrowser();
  installOtherEngines();
  fetchSchemaSuite();
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  const installed = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
  if (installed === lock && existsSync(`${root}node_modules/.bin/vite`)) return;
  console.log('安装依赖包，第一次约需一分钟… (installing packages)');
  // Not `npm ci`: it refuses a lock file whose optional builds for other platforms a mirror does not carry.
  run(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel', 'error', '--include', 'dev'],
    '依赖包安装失败：请检查网络和 npm 镜像设置后再试。',
  );
  // Our sources run unbuilt, which wants Node ≥ 22.18: the development dependency `node` brings one along.
  if (major < 22 && !existsSync(`${root}node_modules/node/bin/node`)) {
    run(
      'npm',
      ['rebuild', 'node', '--foreground-scripts'],
      '没能装上 Node 24（npm 包 node）：请改用 Node.js 22.18 以上的版本。',
    );
  }
  writeFileSync(marker, lock);
}

async function installBrowser() {
  if (await findBrowser()) return;
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  console.log('没有找到 Chromium，正在安装… (installing a browser for the tests)');
  if (debian) {
    run('apt-get', ['update', '-qq'], 'apt-get update 失败。');
    // Fonts, so that Chinese shows as characters in the screenshots.
    run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      'Chromium 安装失败。',
    );
  } else {
    run(
      'npx',
      ['playwright-core', 'install', 'chromium'],
      '浏览器下载失败：请自行安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明位置。',
    );
  }
  if (!(await findBrowser()))
    fail('装好之后仍找不到 Chromium：请用 CHROMIUM_PATH 指明位置。 (no browser found)');
}

/** Whether some font has Chinese characters; a browser that was there before may have come without. */
function findsChinese() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return error !== undefined || stdout.trim() !== '';
}

/**
 * Firefox and WebKit: elements are tried in them too. Where they cannot be installed, those tests are skipped and say so.
 * So that pages show what they say, a font with Chinese characters too.
 */
function installOtherEngines() {
  const missing = [
    ...(findsChinese() ? [] : ['fonts-noto-cjk']),
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb']),
  ];
  if (missing.length === 0) return;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.log(
      `没有 ${missing.join('、')}，相应浏览器的测试会跳过。 (tests in these browsers will be skipped)`,
    );
    return;
  }
  console.log(`正在安装 ${missing.join('、')}… (installing further browsers for the tests)`);
  const quietly = (command, ...options) =>
    spawnSync(command, options, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    }).status === 0;
  quietly('apt-get', 'update', '-qq');
  if (!quietly('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing))
    console.log(
      '没有装上，相应浏览器的测试会跳过。 (not installed; tests in these browsers will be skipped)',
    );
}

function run(command, args, remedy) {
  const quiet = command === 'apt-get' ? { DEBIAN_FRONTEND: 'noninteractive' } : {};
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: command === 'apt-get' ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...quiet },
  });
  if (status !== 0) fail(remedy);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
