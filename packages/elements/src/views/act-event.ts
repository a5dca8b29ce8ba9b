import type { ActView, InstanceId, JsonObject } from '@zhinan/model';

/** What became of one machine. */
export interface ActResult {
  readonly instance: InstanceId;
  readonly ok: boolean;
  /** Why not, in words; or what followed. */
  readonly message?: string;
}

/** Somebody wants to do something to one machine or to several. */
export interface ActDetail {
  readonly instances: readonly InstanceId[];
  readonly event: string;
  /** What goes along with the event to each of them: `data` holds the answers of its form, or the marks of a return. */
  readonly payload: { readonly reason?: string; readonly data?: JsonObject };
  /** Results all at once or, from an async generator, one by one; without an answer nothing more is shown. */
  respond(results: Promise<readonly ActResult[]> | AsyncIterable<ActResult>): void;
}

/** Events of the views with their details; all bubble, cross shadow roots and can be cancelled. */
export interface ViewEvents {
  /** An act was chosen. Cancel to ask for its reason and form in the page's own way; nothing is asked then, nor done. */
  ask: { readonly instances: readonly InstanceId[]; readonly act: ActView };
  /** Done only if the host does it. Cancel to keep the person where they are. */
  act: ActDetail;
  /** Show this machine. */
  open: { readonly instance: InstanceId; readonly program: string };
  /** Lead to a form, or to a field of it: in the eligibility view a missing answer, in the case view a form to be filled. */
  navigate: {
    readonly form: string;
    readonly pointer?: string;
    readonly instance?: InstanceId;
    readonly event?: string;
  };
  /** Show or hand out a stored file. */
  'attachment-open': {
    readonly name: string;
    readonly mediaType: string;
    readonly ref: string;
    readonly sha256: string;
  };
  /** Fetch the view again. */
  reload: Readonly<Record<string, never>>;
}

export type ViewEventMap = { readonly [Name in keyof ViewEvents]: CustomEvent<ViewEvents[Name]> };

/** Sends a typed event; false when a listener cancelled it. */
export function tell<Name extends keyof ViewEvents>(
  target: EventTarget,
  name: Name,
  detail: ViewEvents[Name],
): boolean {
  return target.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
