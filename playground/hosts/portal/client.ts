import type { UploadAdapter } from '@zhinan/elements';
import type { Attachment, JsonObject } from '@zhinan/model';

/** One field's error as the portal's server tells it. */
export interface FieldError {
  /** RFC 6901 pointer into the document sent. */
  readonly pointer: string;
  readonly detail: string;
}

/** What came of sending an application. */
export type Reply =
  { readonly receipt: string } | { readonly title: string; readonly errors: readonly FieldError[] };

/** What the portal knows of the person who signed in, and the form may not change. */
export const account = {
  value: { name: '测试甲' },
  provenance: { '/name': { verified: true, source: '统一身份认证' } },
} as const;

/** The portal's file service; the element only hands the file over. */
export const uploader: UploadAdapter = {
  async upload(file, { signal, onProgress }) {
    const body = new FormData();
    body.set('file', file);
    onProgress(0);
    const response = await fetch('api/files', { method: 'POST', body, signal });
    if (!response.ok) throw new Error(`the file service answered ${response.status}`);
    return (await response.json()) as Attachment;
  },
};

/** Sends the application to the portal's server, which checks it again. */
export async function apply(document: JsonObject): Promise<Reply> {
  const response = await fetch('api/applications', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': globalThis.document.documentElement.lang,
    },
    body: JSON.stringify(document),
  });
  return (await response.json()) as Reply;
}
