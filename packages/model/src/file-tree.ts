/** Path (posix, relative) → text. What the emitters make and the only thing the Node edge writes. */
export type FileTree = Readonly<Record<string, string>>;
