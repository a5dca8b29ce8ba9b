import { expect, test } from 'vitest';
import { withoutGaps } from './minify-templates.ts';

test('a template loses its indentation and the space between tags, its texts stay', () => {
  const code = `const field = (at) => html\`
  <div class="field">
    <label
      part="label"
      >姓名 或 名称</label
    >
    \${
      shows(at, 'a')
        ? html\`<p>甲</p>\`
        : nothing
    }
    \${text(at, 'b')}
    \${text(at, 'c')}
  </div>
\`;
`;
  expect(withoutGaps(code)).toBe(`const field = (at) => html\`
<div class="field"><label
part="label">姓名 或 名称</label>\${
shows(at, 'a')
? html\`<p>甲</p>\`
: nothing
}\${text(at, 'b')}\${text(at, 'c')}</div>
\`;
`);
});
