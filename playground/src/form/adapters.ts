import type { Draft, LookupAdapter, StorageAdapter, UploadAdapter } from '@zhinan/elements';
import { unitRegister } from '../../hosts/node-hono/unit-register.ts';

const PREFIX = 'zhinan.draft.';

/** Drafts in this browser only. */
export const browserStorage: StorageAdapter = {
  load: (key) => {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as Draft);
  },
  save: (key, draft) => localStorage.setItem(PREFIX + key, JSON.stringify(draft)),
  remove: (key) => localStorage.removeItem(PREFIX + key),
};

const STEPS = 5;
const PAUSE = 60;

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    setTimeout(resolve, PAUSE);
  });
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes files nowhere: hashes them here, with enough delay to show the progress bar and to cancel. */
export const memoryUploader: UploadAdapter = {
  upload: async (file, { signal, onProgress }) => {
    for (let step = 1; step <= STEPS; step += 1) {
      await pause(signal);
      onProgress(step / STEPS);
    }
    const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    return {
      name: file.name,
      mediaType: file.type || 'application/octet-stream',
      size: file.size,
      sha256,
      ref: `memory:${sha256.slice(0, 16)}`,
    };
  },
};

/** An invented register, with enough delay to show that it is asked and to cancel. */
export const inventedRegister: LookupAdapter = {
  find: async (register, by, { signal }) => {
    for (let step = 1; step <= STEPS; step += 1) await pause(signal);
    return register === 'unit-register' ? unitRegister(by) : undefined;
  },
};
