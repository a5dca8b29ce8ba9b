import type { Contract, Instant, ProgramContract } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import { allContracts } from '../packages.ts';
import { routeHref, type PageName } from '../route.ts';
import { dateTime } from '../time.ts';
import type { Word } from '../words.ts';

const LINKS: readonly (readonly [PageName, Word])[] = [
  ['form', 'tabForm'],
  ['procedure', 'tabProcedure'],
  ['clauses', 'tabClauses'],
  ['rules', 'tabRules'],
  ['findings', 'tabFindings'],
];

/** The edition that the host pages embed. */
const EMBEDDED = 'xinjiang-craftsman/2025';

/** Host pages that the dev server serves beside the playground: folder under `/hosts/` and what it is made with. */
const HOSTS: readonly (readonly [string, string])[] = [
  ['plain', 'HTML'],
  ['react-19', 'React 19'],
  ['react-18', 'React 18'],
  ['vue-3', 'Vue 3'],
  ['angular', 'Angular'],
  ['react-rjsf', 'RJSF'],
];

class HomePage extends LightElement {
  static override readonly properties = { contracts: { state: true } };

  declare contracts: readonly Contract[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.contracts = await allContracts();
  }

  override render(): TemplateResult {
    return html`
      <div class="page">
        <h1>${t('homeTitle')}</h1>
        <p class="lead">${t('homeIntro')}</p>
        ${this.#list()}
        <p><a href="#/catalogue">${t('catalogue')}</a></p>
      </div>
    `;
  }

  #list(): TemplateResult {
    if (this.contracts === undefined) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.contracts.length === 0) return html`<p class="empty">${t('homeEmpty')}</p>`;
    return html`<ul class="guidelines">
      ${this.contracts.map((contract) => html`<li>${guidelineCard(contract)}</li>`)}
    </ul>`;
  }
}

function byTime([, a]: readonly [string, Instant], [, b]: readonly [string, Instant]): number {
  return a.at.localeCompare(b.at);
}

function guidelineCard(contract: Contract): TemplateResult {
  const programs = Object.values(contract.programs);
  const forms = programs.reduce((sum, program) => sum + Object.keys(program.forms).length, 0);
  const rules = programs.reduce((sum, program) => sum + program.rules.rules.length, 0);
  return html`<article class="card guideline">
    <header>
      <p class="edition">${contract.id}</p>
      <h2>${contract.title}</h2>
      <p class="muted">${t('issuer')}：${contract.issuer.join('、')}</p>
    </header>
    <dl class="figures">
      ${figure('clauseCount', contract.clauses.length)}
      ${figure('interpretationCount', Object.keys(contract.interpretations).length)}
      ${figure('formCount', forms)} ${figure('ruleCount', rules)}
    </dl>
    <section>
      <h3>${t('dates')}</h3>
      <ol class="instants">
        ${Object.entries(contract.instants)
          .toSorted(byTime)
          .map(
            ([, instant]) =>
              html`<li>
                <time datetime=${instant.at}>${dateTime(instant.at)}</time>
                <span>${instant.title}</span>
                <span class="clause">${instant.clause}</span>
              </li>`,
          )}
      </ol>
    </section>
    <section>
      <h3>${t('programmes', { count: programs.length })}</h3>
      <ul class="programmes">
        ${programs.map((program) => programmeLinks(contract, program))}
      </ul>
    </section>
    ${contract.id === EMBEDDED ? hostLinks() : nothing}
  </article>`;
}

function hostLinks(): TemplateResult {
  return html`<section>
    <h3>${t('hosts')}</h3>
    <p class="links">${HOSTS.map(([name, title]) => html`<a href="/hosts/${name}/">${title}</a>`)}</p>
  </section>`;
}

function figure(word: Word, value: number): TemplateResult {
  return html`<div>
    <dt>${t(word)}</dt>
    <dd>${value}</dd>
  </div>`;
}

function programmeLinks(contract: Contract, program: ProgramContract): TemplateResult {
  return html`<li class="programme">
    <h4>${program.title}</h4>
    <p class="links">
      ${LINKS.map(
        ([page, word]) =>
          html`<a href=${routeHref({ edition: contract.id, program: program.id, page })}>${t(word)}</a>`,
      )}
    </p>
  </li>`;
}

customElements.define('pg-home-page', HomePage);
