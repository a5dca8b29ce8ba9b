import { LitElement } from 'lit';
import type { FormEventMap } from '../events.ts';

/** An element whose listeners get the details of our events by name; other events as on every element. */
export abstract class ListeningElement<
  Events extends { readonly [Name in keyof Events]: Event } = FormEventMap,
> extends LitElement {
  override addEventListener<Name extends keyof Events & string>(
    name: Name,
    listener: (event: Events[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<Name extends Exclude<keyof HTMLElementEventMap, keyof Events>>(
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
    // What the first two promise is kept by whoever sends the event.
    listener: never,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(name, listener, options);
  }
}
