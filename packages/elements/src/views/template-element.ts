import { render, type TemplateResult } from 'lit/html.js';
import { Reactive } from '../reactive.ts';

/** An element that is drawn from one template. */
export abstract class TemplateElement extends Reactive {
  protected abstract render(): TemplateResult;

  protected override update(): void {
    render(this.render(), this.renderRoot, { host: this });
  }
}
