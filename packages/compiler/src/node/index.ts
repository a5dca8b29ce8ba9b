export { build } from './build.ts';
export { bundleEntry, bundlePackage } from './bundle.ts';
export type { Built } from './build.ts';
export { findDefinitions, readDefinitions } from './definitions.ts';
export { loadedScripts, reachedScripts } from './loaded-scripts.ts';
export { watchDefinitions } from './watch.ts';
export { writeTree } from './write-tree.ts';
