declare module 'virtual:catalogue' {
  /** Answers of the filled form, by form. */
  export const facts: import('@zhinan/model').Facts;
  export const define: () => Promise<unknown>;
}
declare module 'virtual:guidelines' {
  export const packages: readonly import('./packages.ts').PackageSource[];
}
