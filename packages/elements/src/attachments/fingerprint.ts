import { type Answer, isObject } from '../form/answers.ts';

/**
 * SHA-256 of a file, lower-case hex, as attachments carry it. Undefined where the page cannot reckon it: browsers lend
 * their cryptography to secure pages only, and a portal of an intranet may not be one.
 */
export async function fingerprintOf(file: Blob): Promise<string | undefined> {
  if (!globalThis.isSecureContext || globalThis.crypto.subtle === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Name of a file already in the answers, wherever it stands, that is this very file. */
export function sameFileIn(answers: Answer | undefined, sha256: string): string | undefined {
  if (Array.isArray(answers)) {
    for (const each of answers) {
      const found = sameFileIn(each, sha256);
      if (found !== undefined) return found;
    }
  } else if (isObject(answers)) {
    if (answers['sha256'] === sha256) return String(answers['name']);
    return sameFileIn(Object.values(answers), sha256);
  }
  return undefined;
}
