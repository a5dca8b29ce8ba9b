import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, longest first: one begun last would keep one worker busy while the others have nothing to do. */
const SLOWEST = [
  'test/browser/playground-programmes.test.ts',
  'test/browser/procedure-rehearsal.test.ts',
  'test/browser/elements-engines.test.ts',
  'packages/compiler/src/node/real-forms.test.ts',
  'test/cli.test.ts',
  'test/browser/rjsf-parity.test.ts',
  'test/browser/hosts.test.ts',
  'test/browser/elements-accessible.test.ts',
  'test/browser/procedure.test.ts',
  'test/rules-dmn.test.ts',
  'test/definitions.test.ts',
  'packages/compiler/src/3-check/seeded-workflow-mistakes.test.ts',
  'test/diff.test.ts',
  'test/rules-differential.test.ts',
  'test/browser/reports.test.ts',
  'packages/compiler/src/cases/cases.test.ts',
];

/** As the runner would have it, largest file first, but for those that are known to be slow. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const known = SLOWEST.findIndex((path) => moduleId.endsWith(path));
      return known === -1 ? SLOWEST.length : known;
    };
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => place(one) - place(other));
  }
}
