import type { Reply } from './client.ts';

export interface OutcomeProps {
  readonly valid: boolean;
  readonly answered: number;
  readonly reply: Reply | undefined;
}

/** The portal's own line about the form: how far it is, and what the server said. */
export function Outcome({ valid, answered, reply }: OutcomeProps) {
  return (
    <p id="outcome" role="status">
      已填 <span id="answered">{answered}</span> 项，<span id="valid">{valid ? '可以提交' : '尚未填完'}</span>
      {reply !== undefined && 'receipt' in reply && (
        <>
          。受理编号：<strong id="receipt">{reply.receipt}</strong>
        </>
      )}
      {reply !== undefined && 'errors' in reply && `。${reply.title}：${reply.errors[0]?.detail ?? ''}`}
    </p>
  );
}
