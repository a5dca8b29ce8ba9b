/** Signs that turn the direction of the text after them: a name can look like another one by their help. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text in which signs that nobody could see, and that change how the rest reads, are named. */
export function visible(text: string): string {
  return text.replaceAll(turning, (sign) => `⟦U+${sign.charCodeAt(0).toString(16).toUpperCase()}⟧`);
}
