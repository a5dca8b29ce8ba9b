import { Model } from 'survey-core';
import 'survey-core/i18n/simplified-chinese';
import { renderSurvey } from 'survey-js-ui';
import { offer } from './page-engine.ts';

export function survey(json: object): void {
  let model: Model | undefined;
  offer({
    field: '.sd-question, .sd-table__question-wrapper',
    others: '.sd-question--paneldynamic, .sd-question--table',
    mount(host, answers) {
      model = new Model(json);
      model.data = answers;
      renderSurvey(model, host);
    },
    submit: () => model?.completeLastPage(),
  });
}
