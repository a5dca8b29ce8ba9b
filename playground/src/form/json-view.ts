import type { Json } from '@zhinan/model';
import { html, type TemplateResult } from 'lit';

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/giu;

/** Data as indented JSON, keys, texts and numbers in their own colours. */
export function jsonView(value: Json): TemplateResult {
  const text = JSON.stringify(value, null, 2);
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    parts.push(text.slice(end, match.index));
    const [whole, quoted, colon] = match;
    if (quoted !== undefined && colon !== undefined)
      parts.push(html`<span class="k">${quoted}</span>`, colon);
    else parts.push(html`<span class=${quoted === undefined ? 'n' : 's'}>${whole}</span>`);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return html`<pre class="json" tabindex="0">${parts}</pre>`;
}
