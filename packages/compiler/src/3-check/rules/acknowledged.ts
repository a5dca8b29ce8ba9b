import type { Diagnostic } from '@zhinan/model';

/** What is odd on purpose is written down as an interpretation: the finding then stays as a remark. */
export const acknowledged = (found: Diagnostic, interpretation: string | undefined): Diagnostic =>
  interpretation === undefined ? found : { ...found, severity: 'info' };
