import type { ValidationIssue } from '@zhinan/model';

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="stylesheet" href="portal.css"></head>
<body><main><h1>${escape(title)}</h1>${body}<p><a href="./">返回</a></p></main></body>
</html>`;
}

/** What the applicant gets for an accepted application. */
export function receiptPage(receipt: string): string {
  return page(
    '申报已收到',
    `<p class="receipt">受理编号：<strong id="receipt">${escape(receipt)}</strong></p>`,
  );
}

/** What the applicant gets when the server's own check finds something: each field with its reason. */
export function issuesPage(issues: readonly Pick<ValidationIssue, 'title' | 'message'>[]): string {
  const items = issues.map(({ message }) => `<li>${escape(message)}</li>`).join('');
  return page('申报未收到，请改正', `<ul class="issues">${items}</ul>`);
}
