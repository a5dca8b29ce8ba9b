/** Folder of the draft's test files; undefined where it can be had from nowhere. */
export function findSchemaSuite(): string | undefined;
export function fetchSchemaSuite(): void;
