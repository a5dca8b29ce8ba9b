import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { dateTime } from '../time.ts';
import { outcomeWord } from './standing-panel.ts';
import type { LogEntry, Offer, Simulated, Standing } from './standing.ts';

/** What follows an award: entitlements and changes of each case, money paid and recovered, what is due next. */
export function entitlementsView(
  simulated: Simulated,
  onInstance: (instance: string) => void,
  onOffer: (offer: Offer) => void,
): TemplateResult {
  const { standings, offers, log } = simulated;
  const children = standings.filter(({ machine }) => machine === 'entitlement' || machine === 'amendment');
  const requests = offers.filter(
    ({ machine, instance }) =>
      machine === 'amendment' && !standings.some((each) => each.instance === instance),
  );
  const money = log.flatMap((entry) => entry.money.map((each) => ({ entry, each })));
  return html`<div class="groups">
    ${
      children.length === 0
        ? html`<p class="muted">${t('noEntitlements')}</p>`
        : html`<ul class="tasks">
            ${children.map((child) => html`<li data-child=${child.instance}>${childLine(child, onInstance)}</li>`)}
          </ul>`
    }
    ${
      requests.length === 0
        ? nothing
        : html`<section>
            <h3>${t('mayRequest')}</h3>
            <p class="actions">
              ${requests.map(
                (offer) =>
                  html`<button
                    type="button"
                    class="small"
                    ?disabled=${offer.blocked}
                    @click=${() => onOffer(offer)}
                  >
                    ${offer.of}：${offer.title}
                  </button>`,
              )}
            </p>
          </section>`
    }
    ${money.length === 0 ? nothing : moneyTable(money)}
  </div>`;
}

function childLine(
  { instance, of, states, view }: Standing,
  onInstance: (instance: string) => void,
): TemplateResult {
  const [due] = view.due;
  return html`<div class="task">
      <strong>${of}</strong>
      <span
        >${states.map(({ title }) => title).join('、')}${view.outcome === undefined ? '' : ` · ${outcomeWord(view.outcome)}`}</span
      >
    </div>
    <div class="due">
      ${due === undefined ? nothing : html`<span>${due.title}</span><time datetime=${due.at}>${dateTime(due.at)}</time>`}
    </div>
    <div class="actions">
      <button type="button" class="small" @click=${() => onInstance(instance)}>${t('look')}</button>
    </div>`;
}

type Money = readonly { readonly entry: LogEntry; readonly each: LogEntry['money'][number] }[];

function moneyTable(money: Money): TemplateResult {
  const known = money.every(({ each }) => each.value !== null);
  const sign = (type: 'pay' | 'recover'): number => (type === 'pay' ? 1 : -1);
  const inYuan = ({ value, unit }: Money[number]['each']): number => (value ?? 0) / (unit === '分' ? 100 : 1);
  const total = money.reduce((sum, { each }) => sum + sign(each.type) * inYuan(each), 0);
  return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${t('money')}>
    <table class="plain" data-money>
      <caption>
        ${t('money')}
      </caption>
      <thead>
        <tr>
          ${(['moneyWhen', 'moneyWhat', 'moneyOf', 'moneyAmount'] as const).map((word) => html`<th scope="col">${t(word)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${money.map(
          ({ entry, each }) =>
            html`<tr>
              <td>${dateTime(entry.at)}</td>
              <td>${each.title}</td>
              <td>${entry.of}</td>
              <td class="number">
                ${
                  each.value === null
                    ? t('effectUndecided')
                    : `${each.type === 'recover' ? '−' : ''}${each.value.toLocaleString('zh-CN')} ${each.unit}`
                }
              </td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="3">${t('moneyTotal')}</th>
          <td class="number">
            ${known ? t('yuan', { amount: total.toLocaleString('zh-CN') }) : t('effectUndecided')}
          </td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}
