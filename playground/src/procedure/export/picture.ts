/** What the style sheets say of a drawn part, that a file must carry itself. */
const CARRIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
];

/** Pixels of a PNG for one of the drawing: sharp on paper and on dense screens. */
const SHARPNESS = 2;
/** Browsers refuse larger canvases. */
const MOST_PIXELS = 8192;

/** A drawing on the page as a file of its own: SVG text with all that the page's style sheets say of it written in. */
export function toSvg(drawing: SVGSVGElement): {
  readonly text: string;
  readonly width: number;
  readonly height: number;
} {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const parts = [...drawing.querySelectorAll('*')];
  const copies = [...copy.querySelectorAll('*')];
  parts.forEach((part, index) => {
    const style = getComputedStyle(part);
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      if (value !== '') copies[index]?.setAttribute(name, value);
    }
    copies[index]?.removeAttribute('class');
  });
  const { width, height, x, y } = drawing.viewBox.baseVal;
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const scroller = drawing.parentElement;
  paper.setAttribute('fill', scroller === null ? 'white' : getComputedStyle(scroller).backgroundColor);
  for (const [name, value] of Object.entries({ x, y, width, height }))
    paper.setAttribute(name, String(value));
  copy.prepend(paper);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** The same as pixels. */
export async function toPng(drawing: SVGSVGElement): Promise<Blob> {
  const { text, width, height } = toSvg(drawing);
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
