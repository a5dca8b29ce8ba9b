import { LitElement } from 'lit';
import type { FormEventMap } from '../events.ts';

/** An element whose listeners get the details of our events by name; other events as on every element. */
export abstract class ListeningElement extends LitElement {
  override addEventListener<Name extends keyof FormEventMap>(
    name: Name,
    listener: (event: FormEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<Name extends Exclude<keyof HTMLElementEventMap, keyof FormEventMap>>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(name, listener, options);
  }
}
