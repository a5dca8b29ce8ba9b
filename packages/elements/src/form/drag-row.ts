import { css, sheet } from '../styles/sheet.ts';
import { adopt } from '../styles/adopt.ts';

const styles = sheet(
  () => css`
    .sorting > .row {
      content-visibility: visible;
      transition: translate 120ms;
      user-select: none;
    }
    .sorting > .row > .fields {
      display: none;
    }
    .sorting > .row.dragged {
      translate: var(--drag-inline, 0) var(--drag-block, 0);
      transition: none;
      position: relative;
      z-index: 1;
      border-color: var(--accent);
      box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
      cursor: grabbing;
    }
    .sorting > .row.before {
      border-block-start: 3px solid var(--accent);
    }
    .sorting > .row.after {
      border-block-end: 3px solid var(--accent);
    }
    @media (prefers-reduced-motion: reduce) {
      .sorting > .row {
        transition: none;
      }
    }
  `,
);

/** Distance from the edge of the window at which dragging scrolls, in px, and how often. */
const edge = 56;
const pace = 60;

/**
 * Moves a row with the pointer that pressed its handle. All rows fold to their headings meanwhile, so that a long list
 * is short enough to be dragged over. Escape, or a cancelled pointer, leaves everything as it was.
 */
export function dragRow(
  grip: HTMLElement,
  press: PointerEvent,
  drop: (from: number, to: number) => void,
): void {
  const row = grip.closest<HTMLElement>('.row');
  const list = row?.parentElement;
  // Released before this part had come.
  if (!row || !list || !grip.matches(':active')) return;
  adopt(row, styles);
  const { writingMode } = getComputedStyle(list);
  const upright = !writingMode.startsWith('vertical');
  const start = (node: Element): number => {
    const box = node.getBoundingClientRect();
    return upright ? box.top : box.left;
  };
  const middle = (node: Element): number => {
    const box = node.getBoundingClientRect();
    return upright ? box.top + box.height / 2 : box.left + box.width / 2;
  };
  const others = ([...list.children] as HTMLElement[]).filter((each) => each !== row);
  const from = [...list.children].indexOf(row);
  list.classList.add('sorting');
  row.classList.add('dragged');
  row.scrollIntoView({ block: 'nearest' });
  const held = middle(grip);
  const listed = start(list);
  let to = from;
  let last = upright ? press.clientY : press.clientX;

  const place = (): void => {
    // The list may have been scrolled under the pointer since.
    const by = last - held + (listed - start(list));
    row.style.setProperty(upright ? '--drag-block' : '--drag-inline', `${by}px`);
    to = others.filter((other) =>
      writingMode === 'vertical-rl' ? middle(other) > last : middle(other) < last,
    ).length;
    for (const [index, other] of others.entries()) {
      other.classList.toggle('before', to !== from && index === to);
      other.classList.toggle('after', to !== from && to === others.length && index === to - 1);
    }
  };

  const scrolling = setInterval(() => {
    const size = upright ? window.innerHeight : window.innerWidth;
    const next = last < edge ? others[to - 1] : last > size - edge ? others[to] : undefined;
    if (!next) return;
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    place();
  }, pace);
  const stop = new AbortController();
  const end = (done: boolean): void => {
    clearInterval(scrolling);
    stop.abort();
    list.classList.remove('sorting');
    row.classList.remove('dragged');
    for (const property of ['--drag-block', '--drag-inline']) row.style.removeProperty(property);
    for (const other of others) other.classList.remove('before', 'after');
    if (done && to !== from) drop(from, to);
    else row.scrollIntoView({ block: 'nearest' });
  };
  const listen = <Name extends 'pointermove' | 'pointerup' | 'pointercancel'>(
    name: Name,
    act: (event: PointerEvent) => void,
  ): void => {
    const own = (event: PointerEvent): void => {
      if (event.pointerId === press.pointerId) act(event);
    };
    window.addEventListener(name, own, { signal: stop.signal, capture: true });
  };
  listen('pointermove', (event) => {
    last = upright ? event.clientY : event.clientX;
    place();
  });
  listen('pointerup', () => end(true));
  listen('pointercancel', () => end(false));
  window.addEventListener('keydown', (event) => event.key === 'Escape' && end(false), {
    signal: stop.signal,
    capture: true,
  });
}
