import type { FileTree } from '@zhinan/model';
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import * as html from 'prettier/plugins/html';
import * as markdown from 'prettier/plugins/markdown';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';

/** Compiled code that nobody reads; formatting it would cost more time than all else together. */
const unread = /(?:^|\/)(?:validators|rjsf)\.js$|\.bundle\.js$|\.json$/;

function parserOf(path: string): string | undefined {
  if (unread.test(path)) return undefined;
  if (path.endsWith('.ts')) return 'typescript';
  if (path.endsWith('.js')) return 'babel';
  return path.endsWith('.md') ? 'markdown' : undefined;
}

/** Formats the files that people read, with Prettier's browser build and fixed options. */
export async function formatted(files: FileTree): Promise<FileTree> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const parser = parserOf(path);
      if (parser === undefined) return [path, text] as const;
      const plugins = [babel, estree, html, markdown, typescript];
      return [path, await format(text, { parser, plugins, singleQuote: true, printWidth: 110 })] as const;
    }),
  );
  return Object.fromEntries(entries);
}
