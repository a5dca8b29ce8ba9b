declare module 'virtual:guidelines' {
  export const packages: readonly import('./packages.ts').PackageSource[];
}
