const reserved =
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield arguments eval undefined __proto__ z f p v eligibility amounts quotas explain rules'.split(
    ' ',
  );

/** Gives every name of a generated module its own valid identifier, as near to the name as it can be. */
export class Identifiers {
  readonly #taken = new Set<string>(reserved);

  take(name: string): string {
    const plain = name.replaceAll(/[^\p{ID_Continue}$]+(.?)/gu, (_, next: string) => next.toUpperCase());
    const start = /^[\p{ID_Start}_$]/u.test(plain) ? plain : `_${plain}`;
    let free = start;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${start}${number}`;
    this.#taken.add(free);
    return free;
  }
}
