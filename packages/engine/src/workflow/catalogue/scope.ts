import type { Facts, ProcedureEvent } from '@zhinan/model';
import type { IsoInstant } from '../../calendar/instant.ts';
import type { Environment } from '../environment.ts';
import type { CaseContext } from '../snapshot.ts';

/** What guards and actions may look at: one moment, one event, one context. */
export interface Scope {
  readonly environment: Environment;
  readonly at: IsoInstant;
  /** Absent at the start, for a timer, and when somebody only asks what would be possible. */
  readonly event?: ProcedureEvent;
  readonly context: CaseContext;
  /** Form that the event's data answers: guards see it as if it were stored already. */
  readonly form?: string;
}

/** Stored answers with those the event brings. */
export function factsOf({ context, event, form }: Scope): Facts {
  return form && event?.data ? { ...context.forms, [form]: event.data } : context.forms;
}
