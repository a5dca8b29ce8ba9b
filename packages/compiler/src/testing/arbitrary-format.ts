import { checkResidentId, checkUscc } from '@zhinan/engine/identifiers';
import type { FormFormat } from '@zhinan/model';
import * as fc from 'fast-check';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));

const day = fc
  .date({
    min: new Date('1950-01-01T00:00:00Z'),
    max: new Date('2024-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

/** The one completion of a body that passes a check; every body here has one. */
function completed(body: string, ends: readonly string[], passes: (text: string) => boolean): string {
  const end = ends.find((each) => passes(body + each));
  if (end === undefined) throw new Error(`no check digit for ${body}`);
  return body + end;
}

/** An invented, checksum-valid resident ID of an invented birthday in Urumqi. */
const residentId = fc
  .tuple(day, digits(3))
  .map(([born, order]) =>
    completed(
      `650103${born.replaceAll('-', '')}${order}`,
      [...'0123456789X'],
      (text) => checkResidentId(text).valid,
    ),
  );

const codeEnds = [...'0123456789X'].flatMap((inner) =>
  [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((outer) => inner + outer),
);

/** An invented, checksum-valid unified social credit code of an enterprise in Urumqi. */
const uscc = fc
  .integer({ min: 0, max: 99_999_999 })
  .map((number) => `91650100${String(number).padStart(8, '0')}`)
  .map((body) => completed(body, codeEnds, (text) => checkUscc(text).valid));

/** Valid texts per format of our profile. */
export const arbitraryFormat: Readonly<Record<FormFormat, fc.Arbitrary<string>>> = {
  date: day,
  'date-time': fc
    .tuple(day, fc.integer({ min: 0, max: 23 }))
    .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:00:00+08:00`),
  mobile: fc.tuple(fc.integer({ min: 13, max: 19 }), digits(9)).map(([head, tail]) => `${head}${tail}`),
  email: digits(6).map((number) => `test${number}@example.org`),
  uri: digits(6).map((number) => `https://example.org/${number}`),
  'resident-id': residentId,
  uscc,
};
