import { editionTagName, inboxView } from '@zhinan/engine';
import type { ActDetail, ViewEvents } from '@zhinan/elements';
import { html, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import './view-host.ts';
import type { Views } from './views.ts';

/** What the role that is played has to do, until when: the generated inbox, as its people have it. */
export function inboxOf({
  shown,
  play,
  rehearsal,
  simulated,
  onShow,
  onMove,
  onOffer,
}: Views): TemplateResult {
  const { contract } = rehearsal.loaded;
  const tag = editionTagName(contract, 'inbox');
  if (customElements.get(tag) === undefined) return html`<p class="muted">${t('noElement')}</p>`;
  const environment = rehearsal.environment(shown.side, play.supposed);
  const { person = '', principal = '' } = shown;
  const role = shown.role ?? '';
  const view = inboxView(environment, simulated.procedure, person === '' ? { role } : { role, person });

  /** One case is asked about as everywhere here, with sample answers; several as the inbox itself does. */
  const ask = (event: CustomEvent<ViewEvents['ask']>): void => {
    const { instances, act } = event.detail;
    const offer = simulated.offers.find(
      (each) => each.instance === instances[0] && each.role === role && each.event === act.event,
    );
    if (instances.length > 1 || !offer) return;
    event.preventDefault();
    onOffer(offer);
  };
  const act = ({ detail }: CustomEvent<ActDetail>): void => {
    for (const instance of detail.instances)
      onMove({
        kind: 'act',
        at: simulated.at,
        instance,
        role,
        event: detail.event,
        ...(person === '' ? {} : { person }),
        ...(principal === '' ? {} : { for: principal }),
        ...detail.payload,
      });
  };
  return html`<div data-inbox=${role}>
    <pg-view-host
      .tag=${tag}
      .view=${view}
      @ask=${ask}
      @act=${act}
      @open=${({ detail }: CustomEvent<ViewEvents['open']>) =>
        onShow({ instance: detail.instance, tab: 'diagram' })}
    ></pg-view-host>
  </div>`;
}
