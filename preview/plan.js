// The page plan (版样): every page small, facing pages side by side.
import { draw } from './page.js';
import { fitState, pageWords, say } from './words.js';

/** @typedef {import('../src/preview/messages.js').PageSummary} PageSummary */

/** @param {PageSummary['view']} view */
function stateOf({ slots }) {
  const states = slots.map(fitState);
  return states.includes('over') ? 'over' : states.includes('short') ? 'short' : 'fits';
}

/** @param {PageSummary} page */
function sketchOf({ view, sketch }) {
  const picture = /** @type {SVGSVGElement} */ (draw('svg', { viewBox: `0 0 ${view.width} ${view.height}` }));
  picture.innerHTML = sketch;
  return picture;
}

/** Small pages that are exchanged when they change; used for the plan and for the rail beside the page. */
export class Plan {
  /**
   * @param {HTMLElement} element
   * @param {(number: number) => void} open
   */
  constructor(element, open) {
    this.element = element;
    this.open = open;
    /** @type {Map<number, { button: HTMLButtonElement, sketch: string }>} */
    this.cards = new Map();
    this.layout = '';
  }

  /**
   * @param {readonly (readonly number[])[]} facing pages that face each other together
   * @param {ReadonlyMap<number, PageSummary>} pages
   * @param {number} current
   */
  show(facing, pages, current) {
    for (const number of facing.flat()) {
      const page = pages.get(number);
      const card = this.cards.get(number) ?? this.addCard(number);
      const sketch = page?.sketch ?? '';
      if (card.sketch !== sketch) {
        card.sketch = sketch;
        card.button.querySelector('.picture')?.replaceChildren(...(page === undefined ? [] : [sketchOf(page)]));
      }
      this.describe(card.button, number, page, number === current);
    }
    const layout = facing.join(' ');
    if (layout === this.layout) return;
    this.layout = layout;
    const groups = facing.map((pair) => {
      const group = document.createElement('div');
      group.className = 'facing';
      group.append(
        ...pair.map((number) => /** @type {{ button: HTMLButtonElement }} */ (this.cards.get(number)).button),
      );
      return group;
    });
    this.element.replaceChildren(...groups);
  }

  /** @param {number} number */
  addCard(number) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'card';
    button.dataset.page = String(number);
    const picture = document.createElement('span');
    picture.className = 'picture';
    const caption = document.createElement('span');
    caption.className = 'caption';
    button.append(picture, caption);
    button.addEventListener('click', () => this.open(number));
    const card = { button, sketch: '' };
    this.cards.set(number, card);
    return card;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {number} number
   * @param {PageSummary | undefined} page
   * @param {boolean} current
   */
  describe(button, number, page, current) {
    const caption = /** @type {HTMLElement} */ (button.querySelector('.caption'));
    const name = pageWords(number, page?.view);
    const stories = page?.view.slots.filter(({ story }) => story !== null) ?? [];
    const more =
      page === undefined
        ? say('emptyPage')
        : [page.view.section, say('stories', { n: stories.length })].filter(Boolean).join(' · ');
    caption.replaceChildren(Object.assign(document.createElement('b'), { textContent: name }), ` ${more}`);
    button.dataset.state = page === undefined ? 'none' : stateOf(page.view);
    if (current) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}
