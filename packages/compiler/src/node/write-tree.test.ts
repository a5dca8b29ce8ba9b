import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeTree } from './write-tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhinan-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('writes what differs, removes what is gone, leaves the rest alone', async () => {
  expect((await writeTree(folder, { 'a.js': '1', 'b/c.js': '2' })).written).toEqual(['a.js', 'b/c.js']);
  const before = (await stat(join(folder, 'a.js'))).mtimeMs;
  expect(await writeTree(folder, { 'a.js': '1', 'd.js': '3' })).toEqual({
    written: ['d.js'],
    removed: ['b/c.js'],
  });
  expect((await stat(join(folder, 'a.js'))).mtimeMs).toBe(before);
  expect(await readFile(join(folder, 'd.js'), 'utf8')).toBe('3');
});

test('keeps what it is told to keep', async () => {
  await writeFile(join(folder, 'mine.txt'), 'x');
  expect((await writeTree(folder, {}, (path) => path === 'mine.txt')).removed).toEqual([]);
});

test.each(['../outside.js', '/outside.js', 'a/../../outside.js'])('refuses to write %s', async (path) => {
  await expect(writeTree(folder, { [path]: '' })).rejects.toThrow('outside');
});
