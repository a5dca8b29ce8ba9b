/**
 * Keeps the latest answers of a pure function from text to text, so that a rebuild after one changed file does again
 * only what changed. The answers are the same with and without it.
 */
export function remembered(
  work: (text: string) => Promise<string>,
  limit = 500,
): (text: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (text) => {
    const answer = known.get(text) ?? work(text);
    // Re-entering makes it the youngest: the oldest is dropped first.
    known.delete(text);
    known.set(text, answer);
    const [oldest] = known.keys();
    if (known.size > limit && oldest !== undefined) known.delete(oldest);
    return answer;
  };
}
