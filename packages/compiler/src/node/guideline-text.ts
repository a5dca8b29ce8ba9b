import { readFile, stat } from 'node:fs/promises';
import { docxText } from './docx.ts';

/** Why a file is no guideline text; prose in the command. */
export type UnreadableText =
  'missing' | 'empty' | 'too-long' | 'old-word' | 'pdf' | 'image' | 'binary' | 'encoding' | 'broken-docx';

export type TextFile =
  | { readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030' | 'docx' }
  | { readonly problem: UnreadableText };

/** A guideline of a hundred pages has some 100,000 characters. */
export const longestText = 2_000_000;
const largestFile = 20_000_000;

/** Reads an official text: .docx, or plain text in UTF-8, UTF-16 with its mark, or GB18030 (GBK, GB 2312). */
export async function readGuidelineText(path: string): Promise<TextFile> {
  const bytes = await bytesOf(path);
  if (!bytes) return { problem: 'missing' };
  if (bytes === 'too-long') return { problem: 'too-long' };
  const read = decoded(bytes);
  if ('problem' in read) return read;
  if (read.text.length > longestText) return { problem: 'too-long' };
  if (!/[\p{L}\p{N}]/u.test(read.text)) return { problem: 'empty' };
  return read;
}

async function bytesOf(path: string): Promise<Uint8Array | 'too-long' | undefined> {
  try {
    const { size } = await stat(path);
    return size > largestFile ? 'too-long' : await readFile(path);
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array): TextFile {
  if (bytes.length === 0) return { problem: 'empty' };
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    const text = docxText(bytes);
    return text === undefined ? { problem: 'broken-docx' } : { text, encoding: 'docx' };
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'old-word' };
  if (starts(0x25, 0x50, 0x44, 0x46)) return { problem: 'pdf' };
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff)) return { problem: 'image' };
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) {
    const text = decode(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
    return text === undefined ? { problem: 'encoding' } : { text, encoding: 'UTF-16' };
  }
  // Text holds no zero byte in any of the encodings that remain.
  if (bytes.includes(0)) return { problem: 'binary' };
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8' };
  const gb = decode(bytes, 'gb18030');
  return gb !== undefined && isChinese(gb) ? { text: gb, encoding: 'GB18030' } : { problem: 'encoding' };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Almost any bytes decode as GB18030: what comes out must be Chinese with Chinese punctuation or figures, not rare signs. */
function isChinese(text: string): boolean {
  const beginning = text.slice(0, 20_000);
  const letters = Array.from(beginning).filter((one) => /\S/u.test(one));
  const usual = letters.filter((one) =>
    /[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF\x21-\x7E‘’“”—…·]/u.test(one),
  );
  const control = letters.some((one) => /\p{C}/u.test(one));
  return (
    !control && letters.length > 0 && usual.length / letters.length > 0.95 && /[的一、。年月]/u.test(text)
  );
}
