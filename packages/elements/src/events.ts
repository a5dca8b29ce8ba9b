import type { Attachment, AttachmentRule, Json, JsonObject } from '@zhinan/model';
import type { Draft } from './adapters/adapters.ts';
import type { Issue } from './form/form-model.ts';

/** Events of a form element with their details; all bubble and cross shadow roots. */
export interface FormEvents {
  /** The fields are on the screen. */
  ready: Readonly<Record<string, never>>;
  /** A saved draft was put into the form. */
  restore: { readonly key: string; readonly savedAt: string };
  /** A field was changed and left, a row or file added, removed or moved. */
  change: { readonly pointer: string; readonly value: Json | undefined };
  /** The person went on to another section. */
  step: { readonly section: string; readonly title: string };
  /** The page speaks another language now, as its nearest `lang` has it, and the form follows. */
  localechange: { readonly language: string };
  /** The verdict on the whole form changed. */
  validity: { readonly valid: boolean; readonly issues: readonly Issue[] };
  /** The person wants the answers as a file; cancel to give it in the page's own way. */
  export: { readonly name: string; readonly draft: Draft };
  /** A draft was stored. */
  save: { readonly key: string; readonly savedAt: string };
  /** Valid answers are handed over; cancel to keep the form from submitting. */
  submit: { readonly value: JsonObject };
  /** An adapter failed, or a part of the element could not be loaded. Nothing the person wrote is lost. */
  error: { readonly source: 'storage' | 'uploader' | 'lookup' | 'module'; readonly cause: unknown };
  /** A register was asked, and had an entry or none. */
  lookup: { readonly register: string; readonly found: boolean };
  /** A file was chosen; cancel and call `respond` to store it in the host's own way. */
  'attachment-request': {
    readonly pointer: string;
    readonly file: File;
    readonly rule: AttachmentRule;
    respond(stored: Promise<Attachment>): void;
  };
}

export type FormEventMap = { readonly [Name in keyof FormEvents]: CustomEvent<FormEvents[Name]> };

/** Sends a typed event; false when a listener cancelled it. */
export function send<Name extends keyof FormEvents>(
  target: EventTarget,
  name: Name,
  detail: FormEvents[Name],
  options: { readonly bubbles?: boolean } = {},
): boolean {
  return target.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true, ...options }),
  );
}
