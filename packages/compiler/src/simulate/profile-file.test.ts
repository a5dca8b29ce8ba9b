import { defaultProfile } from '@zhinan/engine/simulation';
import { describe, expect, test } from 'vitest';
import { profileWith } from './profile-file.ts';

const roles = ['employer', 'office'];

test('only what differs has to be written', () => {
  const { profile, faults } = profileWith(
    defaultProfile,
    { rejects: 0.5, applicants: { valid: 1 }, roles: { office: { days: [1, 2, 3], perDay: 40 } } },
    roles,
  );
  expect(faults).toEqual([]);
  expect(profile).toEqual({
    ...defaultProfile,
    rejects: 0.5,
    applicants: { ...defaultProfile.applicants, valid: 1 },
    roles: { ...defaultProfile.roles, office: { days: [1, 2, 3], perDay: 40 } },
  });
});

describe('what cannot be meant is told with its remedy', () => {
  test.each([
    [{ rejcts: 0.5 }, '是不是“rejects”'],
    [{ rejects: 5 }, '“rejects”应当是 0 到 1 之间的数字'],
    [{ roles: { offise: {} } }, '是不是“office”'],
    [{ roles: { office: { days: [3, 2, 1] } } }, '从小到大'],
    [{ roles: { office: { perDay: 0 } } }, '大于 0'],
    [{ applicants: { good: 1 } }, '可以写：valid、boundary、invalid'],
  ])('%j', (file, said) => {
    expect(profileWith(defaultProfile, file, roles).faults.join()).toContain(said);
  });
});
