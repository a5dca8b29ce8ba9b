/** A draft was saved (`revision`) or removed (none) in some window. */
interface Word {
  readonly key: string;
  readonly revision: string | undefined;
}

/**
 * Hints between the windows of one origin. Only a hint: whoever hears it looks into the storage, since two pages may
 * use one key for different stores.
 */
export class OtherWindows {
  readonly #heard: (word: Word) => void;
  #channel: BroadcastChannel | undefined;

  constructor(heard: (word: Word) => void) {
    this.#heard = heard;
  }

  /** An open channel keeps its listeners alive: to be closed when the element leaves the page. */
  open(): void {
    if (this.#channel || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('zn-drafts');
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const word = data as Partial<Word> | null;
      if (typeof word?.key === 'string') this.#heard({ key: word.key, revision: word.revision });
    });
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  tell(word: Word): void {
    this.#channel?.postMessage(word);
  }
}
