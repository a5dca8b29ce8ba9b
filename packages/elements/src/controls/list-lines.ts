/** What a line of a list begins with. */
export type ListSign = 'number' | 'bullet';

/** A text and what is selected in it, in UTF-16 units as a text area counts. */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** 1. or １、 or •, with one space after it; 3.5 is a number in a text. */
const beginning = /^([ \t　]*)(?:([\d０-９]{1,3})([.．、](?![\d０-９]) ?)|([•·] ?|[*-] ))/;

interface Line {
  readonly indent: string;
  /** Number or sign with the space after it; empty where the line is no item. */
  readonly sign: string;
  readonly number: number | undefined;
  /** What stands between number and text. */
  readonly gap: string;
  readonly rest: string;
}

function lineOf(line: string): Line {
  const [all = '', indent = '', digits, gap = ''] = beginning.exec(line) ?? [];
  return {
    indent,
    sign: all.slice(indent.length),
    number: digits === undefined ? undefined : Number(digits.normalize('NFKC')),
    gap,
    rest: all === '' ? line : line.slice(all.length),
  };
}

/** A new line in a list begins as an item; on an item that is still empty it ends the list. Undefined: not in a list. */
export function newLine({ text, from, to }: Selected): Selected | undefined {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const { indent, sign, number, gap, rest } = lineOf(text.slice(start, text.indexOf('\n', from) >>> 0));
  if (sign === '' || from < start + indent.length + sign.length) return undefined;
  if (rest.trim() === '') {
    const ended = text.slice(0, start) + text.slice(to);
    return { text: ended, from: start, to: start };
  }
  const next = `\n${indent}${number === undefined ? sign : `${number + 1}${gap}`}`;
  const at = from + next.length;
  const continued = text.slice(0, from) + next + text.slice(to).replace(/^[ \t]+/, '');
  return renumbered({ text: continued, from: at, to: at });
}

/** Makes the selected lines items of a list, or plain lines again where all of them are. */
export function toggled({ text, from, to }: Selected, sign: ListSign): Selected {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const after = text.indexOf('\n', Math.max(from, to - 1));
  const end = after === -1 ? text.length : after;
  const lines = text.slice(start, end).split('\n').map(lineOf);
  const is = (line: Line): boolean =>
    sign === 'number' ? line.number !== undefined : line.sign !== '' && line.number === undefined;
  const before = lineOf(text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1)));
  // An empty line between others is none of the list.
  const isItem = (line: Line): boolean => lines.length === 1 || line.sign + line.rest.trim() !== '';
  const off = lines.filter(isItem).every(is);
  let last = before.number ?? 0;
  const next = lines.map((line) => {
    const { indent, rest } = line;
    if (!isItem(line)) return rest;
    last += 1;
    return `${indent}${off ? '' : sign === 'number' ? `${last}. ` : '• '}${rest}`;
  });
  const changed = next.join('\n');
  const result = text.slice(0, start) + changed + text.slice(end);
  const caret = start + changed.length;
  return renumbered({ text: result, from: from === to ? caret : start, to: caret });
}

/** Numbers below the end of the selection go on counting from it, up to the end of their list. */
function renumbered({ text, from, to }: Selected): Selected {
  const start = text.lastIndexOf('\n', to - 1) + 1;
  const [head, tail] = [text.slice(0, start), text.slice(start)];
  const [first = '', ...others] = tail.split('\n');
  let { number: last, indent } = lineOf(first);
  if (last === undefined) return { text, from, to };
  let goesOn = true;
  const lines = others.map((line) => {
    const item = lineOf(line);
    goesOn &&= item.number !== undefined && item.indent === indent;
    if (!goesOn || last === undefined) return line;
    last += 1;
    return `${item.indent}${last}${item.gap}${item.rest}`;
  });
  return { text: head + [first, ...lines].join('\n'), from, to };
}
