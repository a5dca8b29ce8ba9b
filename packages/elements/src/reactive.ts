import type { Sheet } from './styles/sheet.ts';

/** A property that has its element drawn anew when it changes. */
export interface Property {
  /** Attribute that gives it; without one it is given by script only. */
  readonly attribute?: string;
  /** The attribute is there or not; others hold a text. */
  readonly flag?: true;
  /** The attribute follows the property. */
  readonly reflect?: true;
  /** What it is as long as nobody has said anything; false of a flag, and no text of another attribute. */
  readonly initial?: unknown;
}

/** Properties that changed since the element was last drawn, with what they were then. */
export type Changed = ReadonlyMap<string, unknown>;

// A server that imports an element has no elements.
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

/**
 * An element that is drawn once for all changes of a moment, with the life cycle of Lit's ReactiveElement and without
 * its controllers, converters and decorators. What was set before the element was defined is taken over.
 */
export abstract class Reactive extends Base {
  static readonly properties: Readonly<Record<string, Property>> = {};
  static readonly styles: readonly Sheet[] = [];

  /** Set when the element first stands in a page. */
  declare readonly renderRoot: ShadowRoot;
  hasUpdated = false;
  readonly #values = new Map<string, unknown>();
  readonly #given: readonly (readonly [string, unknown])[];
  #changed = new Map<string, unknown>();
  #isPending = false;
  #stand: () => void = () => undefined;
  #updating: Promise<unknown> = new Promise<void>((resolve) => {
    this.#stand = resolve;
  });

  constructor() {
    super();
    const own = this as unknown as Record<string, unknown>;
    this.#given = Object.keys(this.#class.properties).flatMap((name) => {
      if (!Object.hasOwn(own, name)) return [];
      const { [name]: value } = own;
      delete own[name];
      return [[name, value]];
    });
    this.requestUpdate();
  }

  static get observedAttributes(): readonly string[] {
    return Object.values(this.properties).flatMap(({ attribute }) => attribute ?? []);
  }

  /** Gives the class accessors for those of its properties that have none; to be called by whoever names properties. */
  protected static react(this: typeof Reactive): void {
    for (const [name, { flag, attribute, initial }] of Object.entries(this.properties)) {
      if (name in this.prototype) continue;
      const unsaid = initial ?? (flag ? false : attribute && '');
      const valueIn = (element: Reactive): unknown =>
        element.#values.has(name) ? element.#values.get(name) : unsaid;
      Object.defineProperty(this.prototype, name, {
        get(this: Reactive) {
          return valueIn(this);
        },
        set(this: Reactive, value: unknown) {
          const before = valueIn(this);
          if (Object.is(value, before)) return;
          this.#values.set(name, value);
          this.requestUpdate(name, before);
        },
      });
    }
  }

  get #class(): typeof Reactive {
    return this.constructor as typeof Reactive;
  }

  /** Settled once all that has changed is drawn; `false` when drawing it changed something again. */
  get updateComplete(): Promise<unknown> {
    return this.#updating;
  }

  /** Has the element drawn, together with whatever else changes in this moment. */
  requestUpdate(name?: string, before?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, before);
    if (this.#isPending) return;
    this.#isPending = true;
    this.#updating = this.#next(this.#updating);
  }

  async #next(before: Promise<unknown>): Promise<boolean> {
    // One drawing that failed has been told of, and keeps no other from being tried.
    await before.catch(() => undefined);
    try {
      await this.scheduleUpdate();
    } catch (cause) {
      this.#isPending = false;
      throw cause;
    }
    return !this.#isPending;
  }

  connectedCallback(): void {
    if (!this.renderRoot) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = this.#class.styles.map((styles) => styles());
      // What was given early goes through the accessors now.
      Object.assign(this, { renderRoot: root }, Object.fromEntries(this.#given));
    }
    this.#stand();
  }

  attributeChangedCallback(attribute: string, _before: string | null, text: string | null): void {
    for (const [name, property] of Object.entries(this.#class.properties))
      if (property.attribute === attribute)
        Object.assign(this, { [name]: property.flag ? text !== null : (text ?? '') });
  }

  /** Draws now, or once what it needs has come. */
  protected scheduleUpdate(): void | Promise<unknown> {
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      for (const name of changed.keys()) this.#reflect(name);
      this.update(changed);
    } finally {
      // What changes while it is drawn is drawn with it; what changes after is drawn next.
      this.#changed = new Map();
      this.#isPending = false;
    }
    const isFirst = !this.hasUpdated;
    this.hasUpdated = true;
    if (isFirst) this.firstUpdated();
    this.updated(changed);
  }

  #reflect(name: string): void {
    const { attribute = '', flag, reflect } = this.#class.properties[name] ?? {};
    if (!reflect) return;
    const value = this.#values.get(name);
    if (flag || !value) this.toggleAttribute(attribute, flag === true && value === true);
    else this.setAttribute(attribute, String(value));
  }

  /** Before it is drawn: what changes here is drawn with the rest. */
  protected willUpdate(_changed: Changed): void {}
  /** Draws it. */
  protected abstract update(changed: Changed): void;
  /** After it was drawn for the first time. */
  protected firstUpdated(): void {}
  /** After it was drawn. */
  protected updated(_changed: Changed): void {}
}
