import { join } from 'node:path';
import * as cli from '@angular/compiler-cli';
import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';

const here = import.meta.dirname;

interface SourceFile {
  readonly fileName: string;
  readonly isDeclarationFile: boolean;
}

/** What is used of Angular's compiler: its declarations name modules without extensions, which our resolution refuses. */
interface AngularCompiler {
  readConfiguration(project: string): {
    readonly options: object;
    readonly rootNames: readonly string[];
    readonly errors: readonly unknown[];
  };
  createCompilerHost(given: { readonly options: object }): {
    writeFile: (name: string, text: string) => void;
  };
  formatDiagnostics(diagnostics: readonly unknown[]): string;
  readonly NgtscProgram: new (
    rootNames: readonly string[],
    options: object,
    host: object,
  ) => {
    getTsProgram(): { getSourceFiles(): readonly SourceFile[] };
    getNgStructuralDiagnostics(): readonly unknown[];
    getTsSyntacticDiagnostics(file: SourceFile): readonly unknown[];
    getTsSemanticDiagnostics(file: SourceFile): readonly unknown[];
    getNgSemanticDiagnostics(fileName: string): readonly unknown[];
    emit(): unknown;
  };
}

const { createCompilerHost, formatDiagnostics, NgtscProgram, readConfiguration } =
  cli as unknown as AngularCompiler;

/** JavaScript of this folder's modules, by the path of their TypeScript; throws what the compiler finds wrong in them. */
function compiled(): ReadonlyMap<string, string> {
  const { options, rootNames, errors } = readConfiguration(join(here, 'tsconfig.json'));
  const host = createCompilerHost({ options });
  const made = new Map<string, string>();
  host.writeFile = (name, text) => void made.set(name.replace(/\.js$/, '.ts'), text);
  const program = new NgtscProgram(rootNames, options, host);
  const own = program
    .getTsProgram()
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => fileName.startsWith(here) && !isDeclarationFile);
  const found = [
    ...errors,
    ...program.getNgStructuralDiagnostics(),
    ...own.flatMap((file) => [
      ...program.getTsSyntacticDiagnostics(file),
      ...program.getTsSemanticDiagnostics(file),
      ...program.getNgSemanticDiagnostics(file.fileName),
    ]),
  ];
  if (found.length > 0) throw new Error(formatDiagnostics(found));
  program.emit();
  return made;
}

/**
 * Angular compiled as it is for production, without Angular's own command line: this folder by Angular's compiler, the
 * libraries, which come half compiled, by its linker. What is left needs no compiler in the page, hence no eval.
 */
export function aheadOfTime(): Plugin {
  let modules: ReadonlyMap<string, string> = new Map();
  return {
    name: 'angular:ahead-of-time',
    enforce: 'pre',
    config: () => ({ define: { ngDevMode: 'false', ngJitMode: 'false', ngServerMode: 'false' } }),
    buildStart() {
      modules = compiled();
    },
    resolveId: (id, importer) =>
      importer?.startsWith(here) && id.endsWith('.js') && id.startsWith('.')
        ? join(importer, '..', id.replace(/\.js$/, '.ts'))
        : undefined,
    load: (id) => modules.get(id),
    async transform(code, id) {
      if (!id.includes('/@angular/') || !code.includes('ɵɵngDeclare')) return undefined;
      const linked = await transformAsync(code, {
        filename: id,
        plugins: [linker],
        configFile: false,
        babelrc: false,
        compact: false,
      });
      return linked?.code == null ? undefined : { code: linked.code, map: null };
    },
  };
}
