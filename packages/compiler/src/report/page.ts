import { escapeHtml } from '@zhinan/documents';
import type { Language } from '@zhinan/model';
import { sha256Base64 } from './digest.ts';
import { reportStyles } from './styles.ts';

export interface ReportPage {
  readonly title: string;
  /** Below the title: which edition, which two. */
  readonly lead: string;
  /** HTML, its texts escaped. */
  readonly body: string;
  /** Default Chinese. */
  readonly language?: Language;
}

const skip: Readonly<Record<Language, string>> = { 'zh-CN': '跳到正文', en: 'Skip to the report' };

/**
 * One page that can be mailed or printed: no script, nothing fetched. Its policy allows its own style sheet by hash and
 * nothing else, so that a text that slipped in could do nothing.
 */
export async function reportPage({ title, lead, body, language = 'zh-CN' }: ReportPage): Promise<string> {
  const policy = `default-src 'none'; style-src 'sha256-${await sha256Base64(reportStyles)}'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${reportStyles}</style>
</head>
<body>
<a class="skip" href="#main">${skip[language]}</a>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="dim">${escapeHtml(lead)}</p>
</header>
<main id="main" tabindex="-1">
${body}
</main>
</body>
</html>
`;
}
