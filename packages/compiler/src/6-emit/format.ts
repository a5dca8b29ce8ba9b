import type { FileTree } from '@zhinan/model';
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import * as html from 'prettier/plugins/html';
import * as markdown from 'prettier/plugins/markdown';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';
import { remembered } from './remember.ts';

/** Compiled code that nobody reads, and literals printed as they are. */
const unformatted =
  /(?:^|\/)(?:validators|rjsf|machines|documents)\.js$|\/validators\/|\.(?:verdict|explanation)\.js$|\.json$/;

type Parser = 'typescript' | 'babel' | 'markdown';

function parserOf(path: string): Parser | undefined {
  if (unformatted.test(path)) return undefined;
  if (path.endsWith('.ts')) return 'typescript';
  if (path.endsWith('.js')) return 'babel';
  return path.endsWith('.md') ? 'markdown' : undefined;
}

const formatter = (parser: Parser): ((text: string) => Promise<string>) =>
  remembered((text) =>
    format(text, {
      parser,
      plugins: [babel, estree, html, markdown, typescript],
      singleQuote: true,
      printWidth: 110,
    }),
  );

const formatters: Readonly<Record<Parser, (text: string) => Promise<string>>> = {
  typescript: formatter('typescript'),
  babel: formatter('babel'),
  markdown: formatter('markdown'),
};

/** Head comment and the rest: the head changes with every contract, the rest seldom does. */
function split(text: string): readonly [string, string] {
  const head = /^(?:\/\/.*\n)*/.exec(text)?.[0] ?? '';
  return [head, text.slice(head.length)];
}

/** Formats the files that people read, with Prettier's browser build and fixed options. */
export async function formatted(files: FileTree): Promise<FileTree> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const parser = parserOf(path);
      if (parser === undefined) return [path, text] as const;
      const [head, body] = split(text);
      const done = await formatters[parser](body);
      return [path, head === '' ? done : `${head}\n${done}`] as const;
    }),
  );
  return Object.fromEntries(entries);
}
