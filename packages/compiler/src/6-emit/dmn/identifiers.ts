/** Ids (NCName) and FEEL names of the elements of one document, each taken once. */
export class DmnNames {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Id of what has this key: the key's letters and digits, so that it stays the same from edition to edition. */
  id(key: string): string {
    return this.#name(key, key.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_'));
  }

  /** Name that FEEL reads as one word: no hyphen or dot, which are operators to some engines. */
  feel(kind: string, id: string): string {
    return this.#name(`${kind} ${id}`, `${kind}_${id.replaceAll(/[^\p{L}\p{N}]+/gu, '_')}`);
  }

  #name(key: string, wanted: string): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    let free = wanted;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${wanted}_${number}`;
    this.#taken.add(free);
    this.#ids.set(key, free);
    return free;
  }
}
