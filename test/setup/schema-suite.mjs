// Where the official JSON Schema test suite (draft 2020-12) is found: a checkout named by JSON_SCHEMA_TEST_SUITE, or a
// copy unpacked from Debian's package of it. Nothing of the suite is kept in this repository.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../node_modules/.cache/json-schema-test-suite', import.meta.url));
const packaged = 'usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance';
const draft = 'tests/draft2020-12';

/** Folder of the draft's test files; undefined where it can be had from nowhere. */
export function findSchemaSuite() {
  const places = [process.env.JSON_SCHEMA_TEST_SUITE, join(cache, packaged)].filter(Boolean);
  return places.map((place) => join(place, draft)).find((folder) => existsSync(folder));
}

/** Unpacks Debian's package without installing it: only its data files are wanted, not the Perl around them. */
export function fetchSchemaSuite() {
  if (findSchemaSuite() || !existsSync('/etc/debian_version')) return;
  mkdirSync(cache, { recursive: true });
  const run = (command, ...args) => spawnSync(command, args, { cwd: cache, stdio: 'ignore' }).status === 0;
  if (!run('apt-get', 'download', 'libtest-json-schema-acceptance-perl')) return;
  const archive = readdirSync(cache).find((name) => name.endsWith('.deb'));
  if (archive) run('dpkg', '-x', archive, cache);
}
