import { describe, expect, it } from 'vitest';
import { emptyContext } from '../snapshot.ts';
import { environment } from '../testing/fixture.ts';
import { applyChange, makeEffect } from './actions.ts';
import type { Scope } from './scope.ts';

const scope: Scope = {
  environment,
  at: '2025-10-01T10:00:00+08:00',
  context: {
    ...emptyContext,
    forms: { application: { name: '测试人甲' }, pledge: { name: '测试人甲' } },
    values: { route: '地州' },
    members: { c1: { status: 'ready', facts: { application: { level: 'senior' } } } },
  },
};

describe('actions', () => {
  it('send on only the answers that rules read', () => {
    const effect = makeEffect({ type: 'send', params: { to: 'batch', event: 'READY' } }, scope, 'waiting');
    expect(effect).toEqual({
      type: 'send',
      to: 'batch',
      event: 'READY',
      status: 'waiting',
      facts: { application: { name: '测试人甲' } },
    });
  });

  it('do not keep an old value for an answer left out', () => {
    const keep = { type: 'keep', params: { key: 'route', field: 'route' } };
    const chosen = { ...scope, event: { type: 'X', data: { route: '兵团' } } };
    expect(applyChange(keep, chosen).values).toEqual({ route: '兵团' });
    expect(applyChange(keep, { ...scope, event: { type: 'X', data: {} } }).values).toEqual({});
  });

  it('keep what is known of a member when its next message brings no answers', () => {
    const from = { machine: 'case', id: 'c1', status: 'signing' } as const;
    const next = applyChange({ type: 'member', params: {} }, { ...scope, event: { type: 'X', from } });
    expect(next.members['c1']).toEqual({ status: 'signing', facts: { application: { level: 'senior' } } });
  });
});
