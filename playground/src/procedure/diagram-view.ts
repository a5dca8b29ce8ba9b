import { html, svg, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { download } from '../download.ts';
import { LightElement } from '../light-element.ts';
import { toMermaid } from './export/mermaid.ts';
import { toPng, toSvg } from './export/picture.ts';
import { place, type Diagram, type PlacedDiagram, type PlacedEdge, type PlacedNode } from './diagram.ts';

const STEP = 1.25;
const MARGIN = 12;
/** A small diagram is not blown up beyond this to fill the width. */
const MOST_FIT = 1.15;
/** Below this scale titles cannot be read: such a diagram opens at `READABLE` around the active state. */
const READABLE = 0.85;

/** The machine as a picture: where it stands, what it passed; zoom by button, key or Ctrl + wheel; to take away. */
class DiagramView extends LightElement {
  static override readonly properties = {
    diagram: { attribute: false },
    label: { attribute: false },
    name: { attribute: false },
    active: { attribute: false },
    visited: { attribute: false },
    zoom: { state: true },
  };

  declare diagram: Diagram;
  declare label: string;
  /** Of files to take away, without ending. */
  declare name: string;
  /** State paths, ancestors included. */
  declare active: ReadonlySet<string>;
  declare visited: ReadonlySet<string>;
  /** `undefined` fits the width. */
  declare zoom: number | undefined;

  #placed: PlacedDiagram | undefined;

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('diagram')) {
      this.#placed = place(this.diagram);
      this.zoom = this.#firstZoom(this.#placed.width);
    }
  }

  #firstZoom(width: number): number | undefined {
    const available = this.getBoundingClientRect().width;
    return available / (width + MARGIN * 2) < READABLE ? READABLE : undefined;
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('active') || changed.has('diagram') || changed.has('zoom')) this.#reveal();
  }

  /** Keeps the innermost active state in view without moving the page. */
  #reveal(): void {
    const scroller = this.querySelector('.diagram-scroll');
    const marked = [...this.querySelectorAll('.node.active:not(.outer)')].at(0);
    if (scroller === null || marked === undefined) return;
    const box = marked.getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    scroller.scrollBy({
      left: box.left + box.width / 2 - view.left - view.width / 2,
      top: box.top + box.height / 2 - view.top - view.height / 2,
    });
  }

  override render(): TemplateResult | typeof nothing {
    const placed = this.#placed;
    if (placed === undefined) return nothing;
    const width = placed.width + MARGIN * 2;
    const height = placed.height + MARGIN * 2;
    const sized = this.zoom !== undefined;
    return html`
      <div class="diagram-tools">
        <span class="legend"><i class="swatch active"></i>${t('legendActive')}</span>
        <span class="legend"><i class="swatch visited"></i>${t('legendVisited')}</span>
        <span class="legend"><i class="swatch wait"></i>${t('legendWait')}</span>
        <button type="button" class="small" @click=${() => this.#scale(1 / STEP)} aria-label=${t('zoomOut')}>
          −
        </button>
        <button type="button" class="small" @click=${() => this.#scale(STEP)} aria-label=${t('zoomIn')}>
          +
        </button>
        <button type="button" class="small" @click=${this.#fit}>${t('zoomFit')}</button>
        <span class="exports" role="group" aria-label=${t('takeAway')}>
          <button type="button" class="small" data-export="svg" @click=${this.#svg}>SVG</button>
          <button type="button" class="small" data-export="png" @click=${this.#png}>PNG</button>
          <button type="button" class="small" data-export="mermaid" @click=${this.#mermaid}>Mermaid</button>
        </span>
      </div>
      <div
        class="diagram-scroll"
        tabindex="0"
        role="group"
        aria-label=${this.label}
        aria-description=${t('diagramKeys')}
        @wheel=${this.#onWheel}
        @keydown=${this.#onKey}
      >
        <svg
          role="img"
          aria-label=${this.label}
          viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}"
          class=${sized ? 'sized' : 'fit'}
          width=${width * (this.zoom ?? MOST_FIT)}
          height=${sized ? height * (this.zoom ?? 1) : nothing}
        >
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" class="arrow"></path>
            </marker>
          </defs>
          ${placed.nodes.filter(isOuter).map((node) => this.#node(node))}
          ${placed.edges.map((edge) => this.#edge(edge))}
          ${placed.nodes.filter((node) => !isOuter(node)).map((node) => this.#node(node))}
          ${placed.edges.map((edge) => edgeLabels(edge))}
        </svg>
      </div>
    `;
  }

  #node(node: PlacedNode): SVGTemplateResult {
    const outer = isOuter(node);
    const classes = ['node', node.kind, outer ? 'outer' : '', this.#mark(node.id)];
    const { x, y, width, height, title } = node;
    const inset = 3;
    return svg`<g class=${classes.join(' ')} data-state=${node.id}>
      <rect x=${x} y=${y} width=${width} height=${height} rx="6"></rect>
      ${
        node.kind === 'final'
          ? svg`<rect class="inner" x=${x + inset} y=${y + inset} width=${width - inset * 2}
              height=${height - inset * 2} rx="4"></rect>`
          : nothing
      }
      ${node.initial ? svg`<circle class="initial" cx=${x} cy=${y + (outer ? 18 : height / 2)} r="5"></circle>` : nothing}
      <text x=${outer ? x + 14 : x + width / 2} y=${outer ? y + 18 : y + height / 2}
        class=${outer ? 'start' : 'centre'}>${title}</text>
    </g>`;
  }

  #mark(id: string): string {
    if (this.active.has(id)) return 'active';
    return this.visited.has(id) ? 'visited' : '';
  }

  #edge(edge: PlacedEdge): SVGTemplateResult {
    const travelled = this.#known(edge.source) && this.#known(edge.target);
    return svg`<path class="edge ${edge.trigger} ${travelled ? 'travelled' : ''}" d=${edge.path} marker-end="url(#arrow)"></path>`;
  }

  #known(id: string): boolean {
    return this.visited.has(id) || this.active.has(id);
  }

  #scale(factor: number): void {
    const svgElement = this.querySelector('svg');
    const placed = this.#placed;
    if (svgElement === null || placed === undefined) return;
    const now = this.zoom ?? svgElement.getBoundingClientRect().width / (placed.width + MARGIN * 2);
    this.zoom = Math.min(3, Math.max(0.15, now * factor));
  }

  readonly #fit = (): void => {
    this.zoom = undefined;
  };

  /** The arrow keys move the picture by themselves: the browser scrolls what is focused. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.#scale(STEP);
    else if (event.key === '-') this.#scale(1 / STEP);
    else if (event.key === '0') this.#fit();
    else return;
    event.preventDefault();
  };

  readonly #svg = (): void => {
    const drawing = this.#drawing();
    if (drawing !== null) download(`${this.name}.svg`, toSvg(drawing).text, 'image/svg+xml');
  };

  readonly #png = async (): Promise<void> => {
    const drawing = this.#drawing();
    if (drawing !== null) download(`${this.name}.png`, await toPng(drawing));
  };

  readonly #mermaid = (): void => download(`${this.name}.mmd`, toMermaid(this.diagram));

  #drawing(): SVGSVGElement | null {
    return this.querySelector('.diagram-scroll > svg');
  }

  readonly #onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#scale(event.deltaY < 0 ? 1.1 : 1 / 1.1);
  };
}

/** Drawn under the edges: other states stand inside it. */
function isOuter({ kind }: PlacedNode): boolean {
  return kind === 'compound' || kind === 'parallel';
}

function edgeLabels(edge: PlacedEdge): readonly SVGTemplateResult[] {
  return edge.labels.map(({ text, x, y }) => svg`<text class="edge-label" x=${x} y=${y}>${text}</text>`);
}

customElements.define('pg-diagram-view', DiagramView);
