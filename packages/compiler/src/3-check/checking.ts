import type { Diagnostic } from '@zhinan/model';
import type { Guideline } from '../2-resolve/guideline.ts';

/** A check looks and reports; its file name is the sentence that must hold. */
export type Check = (guideline: Guideline) => readonly Diagnostic[];
