import { html, type TemplateResult } from 'lit';
import { t } from './language.ts';
import { routeHref } from './route.ts';

/** Clause ids, each leading to its place on the clauses page. */
export function clauseLinks(
  target: { readonly edition: string; readonly program: string },
  clauses: readonly string[],
): TemplateResult {
  const links = clauses.map(
    (clause) =>
      html`<a class="clause" href=${routeHref({ ...target, page: 'clauses' }, { clause })}
        >${t('clause', { id: clause })}</a
      >`,
  );
  return html`${links}`;
}
