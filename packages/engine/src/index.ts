export * from './calendar/index.ts';
export { birthDateOf, checkMobile, checkResidentId, checkUscc, formats } from './identifiers/index.ts';
export * from './workflow/index.ts';
export { editionTagName, tagName } from './tag-name.ts';
export * from './views/index.ts';
