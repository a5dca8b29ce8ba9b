/**
 * Keeps the latest answers of a pure function of a text, so that a rebuild after one changed file does again
 * only what changed. The answers are the same with and without it.
 */
export function remembered<T>(work: (text: string) => T, limit = 500): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.has(text) ? (known.get(text) as T) : work(text);
    // Re-entering makes it the youngest: the oldest is dropped first.
    known.delete(text);
    known.set(text, answer);
    const [oldest] = known.keys();
    if (known.size > limit && oldest !== undefined) known.delete(oldest);
    return answer;
  };
}
