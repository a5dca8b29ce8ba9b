import type { Attachment, JsonObject } from '@zhinan/model';

/** A saved, unfinished form. `contract` tells of which edition and generation it is. */
export interface Draft {
  readonly format: 1;
  readonly form: string;
  readonly contract: string;
  /** Instant with offset. */
  readonly savedAt: string;
  readonly value: JsonObject;
  /** Another one at every save. */
  readonly revision?: string;
  /** The view that was open, where the form has several. */
  readonly section?: string;
  /** Titles of the answered fields by their path without row numbers, for a later edition that lacks them. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Answers by pointer that the form has no field for, until the person has decided about them. */
  readonly left?: JsonObject;
}

/** What a storage that compares says when the stored draft was another one: nothing was written. */
export interface SaveConflict {
  readonly conflict: Draft;
}

/** Where drafts live; the element never chooses a place itself. A rejected promise is shown to the person. */
export interface StorageAdapter {
  load(key: string): Promise<Draft | undefined> | Draft | undefined;
  /**
   * `after` is the revision that the element read or wrote last, undefined for none. A storage that `compares` writes
   * only if the stored draft still has it, or there is none, and else answers with the conflict.
   */
  save(
    key: string,
    draft: Draft,
    options: { readonly after: string | undefined },
  ): Promise<SaveConflict | void> | SaveConflict | void;
  remove(key: string): Promise<void> | void;
  /** Compares and sets in one go; of others the element looks into the store before each save. */
  readonly compares?: boolean;
}

/** Takes a file to the host's store and answers with its reference and sha256. */
export interface UploadAdapter {
  upload(
    file: File,
    options: {
      readonly signal: AbortSignal;
      /** Share done, 0 to 1. */
      readonly onProgress: (share: number) => void;
    },
  ): Promise<Attachment>;
}

/** What a register says of what it was asked for. Nothing in it is trusted: the form takes what it would let be typed. */
export interface Found {
  /** By field, as the lookup names it; what the lookup does not fill in is passed over. */
  readonly answers: JsonObject;
  /** Where the answers come from, e.g. 国家企业信用信息公示系统; shown beside each. */
  readonly source: string;
  /** The answers can no longer be changed, until another register entry is asked for. */
  readonly verified?: boolean;
}

/** Asks the registers that the host knows; a rejected promise is told to the person, who may try again. */
export interface LookupAdapter {
  /** `by` are the answers asked with, by field; undefined = the register has no such entry. */
  find(
    register: string,
    by: JsonObject,
    options: { readonly signal: AbortSignal },
  ): Promise<Found | undefined>;
}

/** Beijing time as an instant with offset; a simulator moves it. */
export interface ClockAdapter {
  now(): string;
}

/** Who sits in front of the form; shown, never trusted. */
export interface SessionAdapter {
  /** Title of the role, e.g. 申报人. */
  readonly role: string;
  readonly name?: string;
}

/** Where a prefilled answer comes from; a verified one is read-only and says so. */
export interface Provenance {
  readonly verified: boolean;
  readonly source: string;
}

/** The computer's clock, for hosts that give none. */
export const systemClock: ClockAdapter = {
  now: () => `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`,
};
