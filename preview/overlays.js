// What lies over the page, each to be switched on by itself. Lengths in pt, as on the page.
import { draw } from './page.js';
import { fitState, fitWords, say } from './words.js';

/** @typedef {import('../src/preview/view.js').PageView} PageView */
/** @typedef {import('../src/preview/view.js').SlotView} SlotView */

/** Overset copy is shown in this size and leading (style.css). */
const OVERSET_SIZE = 9.5;
const OVERSET_LEADING = 14.75;

export const OVERLAYS = ['grid', 'slots', 'overset', 'order', 'faults'];

/** @param {{ x: number, y: number, width: number, height: number }} box */
const boxOf = ({ x, y, width, height }) => ({ x, y, width, height });

/** A label's place on the page, what it says, and of what kind it is. */
/** @typedef {{ x: number, y: number, width: number, text: string, kind: string }} Label */
/** @typedef {{ shapes: SVGElement[], labels: Label[] }} Layer */

/**
 * @param {PageView} view
 * @returns {Layer}
 */
function grid({ grid: { area, columns, lines, leading, baseline } }) {
  const rows = Array.from({ length: lines }, (_, line) => area.y + line * leading + baseline);
  const path = rows.map((y) => `M${area.x} ${y}h${area.width}`).join('');
  const shapes = [
    ...columns.map(({ x, width }) => draw('rect', { ...boxOf({ ...area, x, width }), class: 'column' })),
    draw('path', { d: path, class: 'baselines' }),
    draw('rect', { ...boxOf(area), class: 'area' }),
  ];
  return { shapes, labels: [] };
}

/**
 * @param {PageView} view
 * @returns {Layer}
 */
function slots({ slots: all }) {
  const labels = all.map((slot) => {
    const size = say('sizeOf', { columns: slot.columns, lines: slot.lines });
    const words = slot.fit === null ? [slot.slot, size] : [slot.slot, fitWords(slot), size];
    return { ...boxOf(slot), text: words.join(' · '), kind: slot.fit === null ? 'part' : fitState(slot) };
  });
  return { shapes: all.map((slot) => draw('rect', { ...boxOf(slot), class: `slot ${fitState(slot)}` })), labels };
}

/**
 * @param {PageView} view
 * @returns {Layer}
 */
function overset({ slots: all }) {
  const over = all.filter((slot) => fitState(slot) === 'over');
  /** @param {SlotView} slot */
  const boxFor = (slot) => {
    // As many lines of the overlay's type as the copy needs.
    const inLine = Math.max(1, Math.floor((slot.width - 12) / OVERSET_SIZE));
    const lines = Math.ceil([...slot.overset].length / inLine) + (slot.overset.match(/¶/g)?.length ?? 0);
    const height = Math.min(slot.height * 0.6, lines * OVERSET_LEADING + 10);
    return { ...boxOf(slot), y: slot.y + slot.height - height, height };
  };
  const shapes = over.flatMap((slot) => {
    const text = document.createElement('p');
    text.textContent = slot.overset;
    return [
      draw('rect', { ...boxOf(slot), class: 'over' }),
      draw('foreignObject', { ...boxFor(slot), class: 'overset' }, [text]),
    ];
  });
  const labels = over.map((slot) => ({ ...boxFor(slot), text: fitWords(slot), kind: 'over above' }));
  return { shapes, labels };
}

/**
 * @param {PageView} view
 * @returns {Layer}
 */
function order({ order: stories }) {
  const shapes = stories.flatMap(({ columns }, index) => {
    const lines = columns.map(({ x, y, width, height }) => `M${x + width / 2} ${y + 4}V${y + height - 4}`);
    const leaps = columns.slice(1).map((column, at) => {
      const last = /** @type {typeof column} */ (columns[at]);
      return `M${last.x + last.width / 2} ${last.y + last.height - 4}L${column.x + column.width / 2} ${column.y + 4}`;
    });
    const first = columns[0];
    if (first === undefined) return [];
    return [
      ...lines.map((d) => draw('path', { d, class: 'read', 'marker-end': 'url(#arrow)' })),
      draw('path', { d: leaps.join(''), class: 'leap' }),
      draw('g', { class: 'turn', transform: `translate(${first.x + first.width / 2} ${first.y + 4})` }, [
        draw('circle'),
        draw('text', {}, [String(index + 1)]),
      ]),
    ];
  });
  return { shapes, labels: [] };
}

/**
 * @param {PageView} view
 * @returns {Layer}
 */
function faults({ faults: all, slots: places, grid: { area } }) {
  /** @type {Layer} */
  const layer = { shapes: [], labels: [] };
  const loose = all.filter(({ slots: named }) => !places.some(({ slot }) => named.includes(slot)));
  if (loose.length > 0) {
    layer.labels.push({ ...boxOf(area), text: loose.map(({ rule }) => rule).join(' · '), kind: 'fault above' });
  }
  for (const slot of places) {
    const own = all.filter(({ slots: named }) => named.includes(slot.slot));
    if (own.length === 0) continue;
    layer.shapes.push(draw('rect', { ...boxOf(slot), class: 'fault' }));
    const rules = [...new Set(own.map(({ rule }) => rule))];
    layer.labels.push({ ...boxOf(slot), text: rules.join(' · '), kind: 'fault end' });
  }
  return layer;
}

/** @type {Record<string, (view: PageView) => Layer>} */
const MAKERS = { grid, slots, overset, order, faults };

const arrow = () =>
  draw(
    'marker',
    { id: 'arrow', viewBox: '0 0 8 8', refX: 5, refY: 4, markerWidth: 5, markerHeight: 5, orient: 'auto' },
    [draw('path', { d: 'M0 0L8 4L0 8z' })],
  );

/**
 * A label keeps its size on the screen, and no longer than what it is about.
 * @param {Label} label
 * @param {PageView} view
 */
function labelElement({ x, y, width, text, kind }, view) {
  const element = document.createElement('span');
  element.className = `label ${kind}`;
  const chip = document.createElement('b');
  chip.textContent = text;
  element.append(chip);
  element.title = text;
  element.style.left = `${(x / view.width) * 100}%`;
  element.style.top = `${(y / view.height) * 100}%`;
  element.style.width = `${(width / view.width) * 100}%`;
  return element;
}

/** The layer over the page: what is switched on, and where stories can be clicked. */
export class OverlayLayer {
  constructor() {
    this.element = draw('svg', { class: 'over-page' });
    this.labels = document.createElement('div');
    this.labels.className = 'labels';
    /** @type {Set<string>} */
    this.on = new Set();
  }

  /**
   * @param {PageView} view
   * @param {string | null} selected
   */
  show(view, selected) {
    this.element.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    const names = OVERLAYS.filter((name) => this.on.has(name));
    const made = names.map((name) => MAKERS[name]?.(view) ?? { shapes: [], labels: [] });
    const layers = names.map((name, index) => draw('g', { 'data-overlay': name }, made[index]?.shapes ?? []));
    this.labels.replaceChildren(...made.flatMap(({ labels }) => labels.map((label) => labelElement(label, view))));
    const hits = view.slots
      .filter(({ story }) => story !== null)
      .map((slot) => {
        const attributes = {
          ...boxOf(slot),
          class: slot.slot === selected ? 'hit selected' : 'hit',
          'data-slot': slot.slot,
        };
        return draw('rect', attributes, [draw('title', {}, [`${slot.headline ?? slot.slot}\n${fitWords(slot)}`])]);
      });
    this.element.replaceChildren(draw('defs', {}, [arrow()]), ...layers, draw('g', {}, hits));
  }
}
