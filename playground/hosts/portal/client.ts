import type { Found, LookupAdapter, Provenance, UploadAdapter } from '@zhinan/elements';
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

const verified = { verified: true, source: '统一身份认证' } as const;

/** What the portal knows of the person who signed in and of the employer; who they are may not be changed. */
export const account: {
  readonly value: JsonObject;
  readonly provenance: Readonly<Record<string, Provenance>>;
} = {
  value: {
    name: '测试甲',
    residentId: '650103198003150111',
    nationality: 'CHN',
    talentRegistrationId: 'RC-2025-0001',
    industry: '新能源新材料',
    occupation: '焊工',
    skillLevel: '高级技师',
    certificateKind: '职业技能等级',
    certificateNumber: 'S000065000001',
    certificateDate: '2018-05-20',
    workPlace: '652300',
    workingInRegionSince: '2010-07-01',
    onPost: true,
    staffStatus: '企业职工',
    careers: [{ from: '2010-07-01', unit: '测试机械制造有限公司', post: '焊工班长' }],
    employerName: '测试机械制造有限公司',
    employerUscc: '91652300MA7EXAM185',
    unitKind: '企业',
    independentLegalPerson: true,
    legalRepresentative: '测试丁',
    registeredPlace: '652300',
  },
  provenance: {
    '/name': verified,
    '/residentId': verified,
    '/employerName': { verified: false, source: '企业登记信息' },
  },
};

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

/** The registers behind the portal's server; the element only says what is to be looked up. */
export const lookup: LookupAdapter = {
  async find(register, by, { signal }) {
    const response = await fetch(`api/registers/${encodeURIComponent(register)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(by),
      signal,
    });
    if (!response.ok) throw new Error(`the register answered ${response.status}`);
    return ((await response.json()) as Found | null) ?? undefined;
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
