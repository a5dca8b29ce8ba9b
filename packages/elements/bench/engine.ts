import type { BenchPackage, FormName } from './package.ts';

/** One way to make the same form, as the bench builds it. What runs in the page is in `page/`. */
export interface Engine {
  readonly id: string;
  readonly title: string;
  /** npm packages it needs beyond those of this project, as `name@version`. */
  readonly needs?: readonly string[];
  /**
   * The module the page loads for a form. It may import `package/…` (the generated package), `bench/…` (files of this
   * folder), `json/…` (what {@link json} gives) and packages.
   */
  entry(form: FormName): string;
  /** The form converted for this engine at build time, so that no conversion counts against it. */
  json?(form: FormName, from: BenchPackage): unknown;
  /** Style sheets of the engine it cannot be used without, as paths of packages. */
  readonly styles?: readonly string[];
  /** Imports bundles of the generated package, which are loaded as they are. */
  readonly ready?: true;
  /** Forms it takes part in; default both. */
  readonly forms?: readonly FormName[];
}
