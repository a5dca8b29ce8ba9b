import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { Diagnostic, Json, Place, Range, Result } from '@zhinan/model';
import { loadMessages } from '../diagnostics/messages/load.ts';
import { reporter } from '../diagnostics/message.ts';
import { pointerSegments } from './pointer.ts';
import type { SourceFile } from './source.ts';

const report = reporter(loadMessages);

// jsonc-parser declares a const enum, which type stripping cannot read: its values by name.
const SyntaxKind = {
  OpenBraceToken: 1,
  CloseBraceToken: 2,
  OpenBracketToken: 3,
  CloseBracketToken: 4,
  EOF: 17,
} as const;

const problemsInChinese: Readonly<Record<string, string>> = {
  InvalidSymbol: '有不认识的符号',
  InvalidNumberFormat: '数字写法不对',
  PropertyNameExpected: '缺少属性名',
  ValueExpected: '缺少值',
  ColonExpected: '缺少冒号',
  CommaExpected: '缺少逗号',
  CloseBraceExpected: '缺少右花括号 }',
  CloseBracketExpected: '缺少右方括号 ]',
  EndOfFileExpected: '结尾之后还有多余的内容',
  InvalidCommentToken: '写了注释',
  UnexpectedEndOfComment: '注释没有结束',
  UnexpectedEndOfString: '字符串没有结束，缺少引号',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '\\u 后面的编码不对',
  InvalidEscapeCharacter: '反斜杠后面的字符不对',
  InvalidCharacter: '字符串里有不可见的控制字符',
};

/** Far above any definition; below what could exhaust the stack of a parser or a validator. */
const mostNested = 100;

/** Where a text opens more brackets than anything reads, counted without recursion. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth += 1;
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth -= 1;
    if (depth > mostNested) return scanner.getTokenOffset();
  }
  return undefined;
}

/** Reads JSON with positions. A file with a syntax error has no value; a key that stands twice is reported too. */
export function parseJson(path: string, text: string): Result<SourceFile> {
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const place = { file: path, pointer: '', range: rangeIn(text)(deep, 1) };
    return { diagnostics: [report('json/too-deep', place, { limit: mostNested })] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const range = rangeIn(text);
  if (errors.length > 0 || !tree) {
    const syntax = errors.length > 0 ? errors : [{ error: 4, offset: 0, length: text.length }];
    const diagnostics = syntax.slice(0, 1).map(({ error, offset, length }) => {
      const name = printParseErrorCode(error);
      const place = { file: path, pointer: '', range: range(offset, Math.max(1, length)) };
      return report('json/syntax', place, {
        problem: problemsInChinese[name] ?? name,
        problemEn: name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(),
      });
    });
    return { diagnostics };
  }
  const file = sourceFile(path, text, tree, range);
  return { value: file, diagnostics: duplicateKeys(path, tree, range) };
}

function sourceFile(
  path: string,
  text: string,
  tree: Node,
  range: (offset: number, length: number) => Range,
): SourceFile {
  const nodeAt = (pointer: string): Node => {
    const segments = pointerSegments(pointer);
    for (let length = segments.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(tree, steps(tree, segments.slice(0, length)));
      if (node) return node;
    }
    return tree;
  };
  const placed = (pointer: string, node: Node): Place => ({
    file: path,
    pointer,
    // A whole object or array would underline the page: its first line is enough.
    range:
      node.children && node.type !== 'property' ? range(node.offset, 1) : range(node.offset, node.length),
  });
  return {
    path,
    text,
    json: getNodeValue(tree) as Json,
    place: (pointer) => placed(pointer, nodeAt(pointer)),
    keyPlace: (pointer) => {
      const node = nodeAt(pointer);
      const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
      return placed(pointer, key ?? node);
    },
  };
}

/** jsonc-parser wants numbers for array positions; a pointer does not tell them from keys. */
function steps(tree: Node, segments: readonly string[]): (string | number)[] {
  const path: (string | number)[] = [];
  let node: Node | undefined = tree;
  for (const segment of segments) {
    path.push(node?.type === 'array' ? Number(segment) : segment);
    node = node && findNodeAtLocation(tree, path);
  }
  return path;
}

function duplicateKeys(
  path: string,
  tree: Node,
  range: (offset: number, length: number) => Range,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const open: { node: Node; pointer: string }[] = [{ node: tree, pointer: '' }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, pointer } = item;
    if (node.type === 'array')
      node.children?.forEach((child, index) => open.push({ node: child, pointer: `${pointer}/${index}` }));
    if (node.type !== 'object') continue;
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key) continue;
      const name = String(key.value);
      const inside = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (seen.has(name)) {
        found.push(
          report(
            'json/duplicate-key',
            { file: path, pointer: inside, range: range(key.offset, key.length) },
            { key: name },
          ),
        );
      }
      seen.add(name);
      if (value) open.push({ node: value, pointer: inside });
    }
  }
  return found;
}

function rangeIn(text: string): (offset: number, length: number) => Range {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
    starts.push(index + 1);
  const position = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
  return (offset, length) => ({ start: position(offset), end: position(offset + length) });
}
