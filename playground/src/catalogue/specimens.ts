import type { LookupAdapter } from '@zhinan/elements';
import type { JsonObject } from '@zhinan/model';
import type { Word } from '../words.ts';
import { memoryUploader } from '../form/adapters.ts';
import { cases, long } from './samples.ts';

/** What the page uses of any generated element. */
interface AnyElement extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
  readonly controls?: { at(pointer: string): { readonly element: HTMLElement } | undefined };
  reportValidity?(): boolean;
}

/** One element in one state. */
export interface Specimen {
  readonly word: Word;
  readonly tag: string;
  /** Before it is drawn. */
  readonly dress?: (element: AnyElement, answers: JsonObject) => void;
  /** After it was drawn. */
  readonly play?: (element: AnyElement) => void | Promise<void>;
}

const form = 'zn-catalogue-every-control';
const eligibility = 'zn-catalogue-eligibility';
const view = 'zn-catalogue-case';

const give = (element: HTMLElement, properties: object): void => {
  Object.assign(element, properties);
};

/** Two files on their way, one of which fails: the pause lets the page be looked at. */
const uploader = {
  upload: (file: File, options: Parameters<typeof memoryUploader.upload>[1]) => {
    if (file.name.startsWith('fails')) return Promise.reject(new Error('no room'));
    options.onProgress(0.4);
    return new Promise<never>((_, stopped) => {
      options.signal.addEventListener('abort', () => stopped(options.signal.reason as Error));
    });
  },
};

/** Has one part that the form takes, also in a group, and one that it does not. */
const lookup: LookupAdapter = {
  find: () =>
    Promise.resolve({
      answers: { place: '乙地', 'address.street': '示例路 2 号', 'address.postcode': '没有' },
      source: '演练用单位登记库',
      verified: true,
    }),
};

export const specimens: Readonly<Record<string, Specimen>> = {
  empty: { word: 'stateEmpty', tag: form },
  filled: { word: 'stateFilled', tag: form, dress: (element, value) => give(element, { value }) },
  errors: { word: 'stateErrors', tag: form, play: (element) => void element.reportValidity?.() },
  long: { word: 'stateLong', tag: form, dress: (element, value) => give(element, { value: long(value) }) },
  readonly: {
    word: 'stateReadonly',
    tag: form,
    dress: (element, value) => give(element, { value, readonly: true }),
  },
  disabled: {
    word: 'stateDisabled',
    tag: form,
    dress: (element, value) => give(element, { value, disabled: true }),
  },
  verified: {
    word: 'stateVerified',
    tag: form,
    dress: (element, value) => {
      const all = Object.keys(value).map((name, index) => [
        `/${name}`,
        { verified: index % 3 !== 2, source: index % 3 === 2 ? '上年申报' : '实名认证' },
      ]);
      give(element, { value, provenance: Object.fromEntries(all) });
    },
  },
  locked: {
    word: 'stateLocked',
    tag: form,
    dress: (element, value) => give(element, { value, permissions: { readonly: ['*'] } }),
  },
  uploads: {
    word: 'stateUploads',
    tag: form,
    dress: (element) => give(element, { uploader }),
    play: (element) => {
      const input = element.controls
        ?.at('/proof')
        ?.element.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) return;
      const files = new DataTransfer();
      for (const name of ['on-its-way.pdf', 'fails.pdf'])
        files.items.add(new File([new Uint8Array(2048)], name, { type: 'application/pdf' }));
      files.items.add(new File(['text'], 'wrong-kind.txt', { type: 'text/plain' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    },
  },
  lookup: {
    word: 'stateLookup',
    tag: form,
    dress: (element, value) => give(element, { value: { ...value, unitCode: '91652300MA7EXAM185' }, lookup }),
    play: async (element) => {
      const press = () => element.shadowRoot?.querySelector<HTMLElement>('[part~=lookup]');
      while (!press() && element.isConnected) await new Promise(requestAnimationFrame);
      press()?.click();
    },
  },
  'eligibility-empty': { word: 'viewEligibility', tag: eligibility },
  'eligibility-met': {
    word: 'viewEligible',
    tag: eligibility,
    dress: (element, value) => give(element, { facts: { 'every-control': value } }),
  },
  'eligibility-not-met': {
    word: 'viewIneligible',
    tag: eligibility,
    dress: (element, value) =>
      give(element, { facts: { 'every-control': { ...value, level: '高级工', years: 1 } } }),
  },
  'case-empty': { word: 'viewCaseEmpty', tag: view },
  'case-active': {
    word: 'viewCaseActive',
    tag: view,
    dress: (element) => give(element, { view: cases.active }),
  },
  'case-accepted': {
    word: 'viewCaseAccepted',
    tag: view,
    dress: (element) => give(element, { view: cases.accepted }),
  },
  'case-refused': {
    word: 'viewCaseRefused',
    tag: view,
    dress: (element) => give(element, { view: cases.refused }),
  },
};
