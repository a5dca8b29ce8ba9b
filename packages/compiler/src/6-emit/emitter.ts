import type { Contract, FileTree, ProgramContract } from '@zhinan/model';

export interface EmitInput {
  readonly contract: Contract;
  readonly program: ProgramContract;
}

/** Makes the files of one subject for one programme. Pure; paths are relative to the edition's package root. */
export type Emitter = (input: EmitInput) => FileTree | Promise<FileTree>;
