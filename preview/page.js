// The page itself: pieces of SVG, each exchanged when it changes.

/** @typedef {import('../src/preview/messages.js').PageMessage} PageMessage */
/** @typedef {{ readonly element: SVGGElement, version: number }} Hung */

export const SVG = 'http://www.w3.org/2000/svg';

/**
 * An SVG element with attributes and what stands in it.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {readonly (Node | string)[]} [children]
 */
export function draw(name, attributes = {}, children = []) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** One page on the stage. */
export class PageDrawing {
  constructor() {
    this.element = /** @type {SVGSVGElement} */ (draw('svg', { class: 'page' }));
    this.number = 0;
    /** @type {Map<string, Hung>} */
    this.pieces = new Map();
    /** @type {string | null} */
    this.plate = null;
  }

  /**
   * Shows a message of this page or another. False where it leaves out a drawing that is not here.
   * @param {PageMessage} message
   */
  show({ view, pieces }) {
    const other = view.number !== this.number;
    if (other) this.pieces.clear();
    const lacking = pieces.some(({ key, version, svg }) => svg === null && this.pieces.get(key)?.version !== version);
    if (lacking) return false;
    this.number = view.number;
    this.element.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    /** @type {Map<string, Hung>} */
    const now = new Map();
    for (const { key, version, x, y, svg } of pieces) {
      let hung = this.pieces.get(key);
      if (hung === undefined)
        hung = { element: /** @type {SVGGElement} */ (draw('g', { 'data-piece': key })), version: -1 };
      if (hung.version !== version && svg !== null) {
        hung.element.innerHTML = svg;
        hung.version = version;
        this.platePictures(hung.element);
      }
      hung.element.setAttribute('transform', `translate(${x} ${y})`);
      now.set(key, hung);
    }
    const wanted = [...now.values()].map(({ element }) => element);
    const same =
      wanted.length === this.element.children.length && wanted.every((g, at) => g === this.element.children[at]);
    if (!same) this.element.replaceChildren(...wanted);
    this.pieces = now;
    return true;
  }

  /**
   * One plate alone, or all inks.
   * @param {string | null} plate
   */
  showPlate(plate) {
    this.plate = plate;
    if (plate === null) this.element.removeAttribute('data-plate');
    else this.element.setAttribute('data-plate', plate);
    this.platePictures(this.element);
  }

  /** @param {Element} within */
  platePictures(within) {
    for (const image of within.querySelectorAll('image')) {
      const url = (image.getAttribute('href') ?? '').replace(/&plate=\w/, '');
      const wanted = this.plate === null ? url : `${url}&plate=${this.plate}`;
      if (image.getAttribute('href') !== wanted) image.setAttribute('href', wanted);
    }
  }
}
