// The desk's page: what is shown, what the keys and buttons do.
import { OVERLAYS, OverlayLayer } from './overlays.js';
import { PageDrawing } from './page.js';
import { element, showBroken, showPanel } from './panel.js';
import { Plan } from './plan.js';
import { addFonts, connect, fetchFonts, fetchPage, mixInks } from './state.js';
import { currentLanguage, pageWords, say, switchLanguage } from './words.js';

/** @typedef {import('../src/preview/messages.js').State} State */
/** @typedef {import('../src/preview/messages.js').Update} Update */
/** @typedef {import('../src/preview/messages.js').PageSummary} PageSummary */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const stage = byId('stage');
const sheet = byId('sheet');
const panel = byId('panel');

const PLATES = ['all', 'c', 'm', 'y', 'k'];
const KEYS = { grid: 'G', slots: 'S', overset: 'O', order: 'R', faults: 'F', all: 'I', c: 'C', m: 'M', y: 'Y', k: 'K' };
/** Room round a page that fits the window, and the steps of zooming. */
const MARGIN = 28;
const STEP = 1.25;

/** @type {State | null} */
let state = null;
/** @type {Map<number, PageSummary>} */
const pages = new Map();
let number = Number(/page=(\d+)/.exec(location.hash)?.[1] ?? 1);
/** @type {string | null} */
let selected = null;
/** Points to pixels; null: what fits the window. */
/** @type {number | null} */
let zoom = null;
/** @type {string | null} */
let plate = null;
let light = 'lost';
let lightText = '';

const drawing = new PageDrawing();
const layer = new OverlayLayer();
sheet.append(drawing.element, layer.element, layer.labels);
const plan = new Plan(byId('plan'), (page) => open(page));
const rail = new Plan(byId('rail'), (page) => open(page));

const current = () => pages.get(number)?.view ?? null;

// ---- showing

function showSheet() {
  const view = current();
  sheet.hidden = view === null;
  if (view === null) return;
  const scale = zoom ?? fitting(view);
  sheet.style.width = `${view.width * scale}px`;
  sheet.style.height = `${view.height * scale}px`;
  sheet.style.setProperty('--scale', String(scale));
  // A CSS pixel is 1/96 inch, a point 1/72.
  byId('percent').textContent = `${Math.round(scale * 75)} %`;
  layer.show(view, selected);
}

/** @param {{ width: number, height: number }} view */
const fitting = ({ width, height }) =>
  Math.max(0.05, Math.min((stage.clientWidth - 2 * MARGIN) / width, (stage.clientHeight - 2 * MARGIN) / height));

function showAround() {
  if (document.body.dataset.view === 'plan') plan.show(state?.facing ?? [], pages, number);
  rail.show(state?.facing ?? [], pages, number);
  byId('number').textContent = pageWords(number, current());
  showPanel(panel, current(), selected, state?.articlesFolder ?? '', state?.problems ?? [], select);
  showBroken(byId('broken'), state?.broken ?? [], pages.size > 0);
  showLight();
}

function showLight() {
  const sign = byId('light');
  const shown = light === 'live' && (state?.broken.length ?? 0) > 0 ? 'stale' : light;
  sign.dataset.light = shown;
  sign.textContent = shown === 'live' ? lightText || say('live') : say(shown);
  sign.title = sign.textContent;
}

function showHead() {
  byId('paper').textContent = state?.paper || '版心';
  byId('issue').textContent = state === null ? '' : ` ${state.date}　${say('issue', { n: state.issue })}`;
  document.title = state === null ? '版心' : `${state.paper} ${say('issue', { n: state.issue })}`;
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
}

/** @param {State['progress']} progress */
function showProgress({ stage: step, done, of }) {
  const box = byId('progress');
  box.hidden = step === 'done';
  const words = { load: 'loading', page: 'making', draw: 'drawing', done: 'live' }[step];
  /** @type {HTMLElement} */ (box.querySelector('p')).textContent = say(words, { done, of });
  const bar = /** @type {HTMLProgressElement} */ (box.querySelector('progress'));
  bar.max = of;
  bar.value = done;
}

/** Fetches the page that is to be seen, and shows it. */
async function showPage() {
  const wanted = number;
  const message = await fetchPage(wanted);
  if (wanted !== number) return;
  if (message !== null) {
    pages.set(wanted, message);
    drawing.number = 0;
    drawing.show(message);
    drawing.element.dataset.page = String(wanted);
  }
  showSheet();
  showAround();
}

// ---- doing

/** @param {number} page */
function open(page) {
  setView('page');
  if (page !== number) selected = null;
  number = page;
  history.replaceState(null, '', `#page=${page}`);
  void showPage();
}

/** @param {'page' | 'plan'} view */
function setView(view) {
  document.body.dataset.view = view;
  byId('plan').hidden = view !== 'plan';
  for (const button of document.querySelectorAll('[data-do=plan]'))
    button.setAttribute('aria-pressed', String(view === 'plan'));
  if (view === 'page') showSheet();
  else plan.show(state?.facing ?? [], pages, number);
}

/** @param {number} by */
function turn(by) {
  const numbers = state?.numbers ?? [];
  const next = numbers[numbers.indexOf(number) + by];
  if (next !== undefined) open(next);
}

/**
 * Another scale; what is in the middle of the stage, or under the pointer, stays there.
 * @param {number | null} scale
 * @param {{ x: number, y: number }} [about]
 */
function setZoom(scale, about) {
  const box = stage.getBoundingClientRect();
  const at = about ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const before = sheet.getBoundingClientRect();
  const share = { x: (at.x - before.left) / before.width, y: (at.y - before.top) / before.height };
  zoom = scale === null ? null : Math.min(12, Math.max(0.1, scale));
  showSheet();
  const after = sheet.getBoundingClientRect();
  stage.scrollBy(after.left + share.x * after.width - at.x, after.top + share.y * after.height - at.y);
}

const scaleNow = () => {
  const view = current();
  return zoom ?? (view === null ? 1 : fitting(view));
};

/** @param {string} name */
function toggle(name) {
  if (layer.on.has(name)) layer.on.delete(name);
  else layer.on.add(name);
  showButtons();
  showSheet();
}

/** @param {string} name */
function setPlate(name) {
  plate = name === 'all' ? null : name;
  drawing.showPlate(plate);
  showButtons();
}

/** @param {string | null} slot */
function select(slot) {
  selected = slot;
  showSheet();
  showPanel(panel, current(), selected, state?.articlesFolder ?? '', state?.problems ?? [], select);
}

function showButtons() {
  for (const [id, names] of /** @type {const} */ ([
    ['overlays', OVERLAYS],
    ['plates', PLATES],
  ])) {
    const group = byId(id);
    if (group.children.length === 0) {
      for (const name of names) {
        const button = /** @type {HTMLButtonElement} */ (element('button', ''));
        button.type = 'button';
        button.dataset[id === 'overlays' ? 'overlay' : 'plate'] = name;
        button.dataset.key = KEYS[/** @type {keyof typeof KEYS} */ (name)];
        button.addEventListener('click', () => (id === 'overlays' ? toggle(name) : setPlate(name)));
        group.append(button);
      }
    }
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (group.querySelectorAll('button'))) {
      const name = button.dataset.overlay ?? button.dataset.plate ?? '';
      const pressed = id === 'overlays' ? layer.on.has(name) : (plate ?? 'all') === name;
      button.textContent = say(name);
      button.title = `${say(name)}  [${button.dataset.key}]`;
      button.setAttribute('aria-pressed', String(pressed));
    }
  }
}

function showWords() {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-do]'))) {
    const name = button.dataset.do ?? '';
    button.title = `${say(name)}  [${button.dataset.key}]`;
    button.setAttribute('aria-label', say(name));
    if (name === 'plan' || name === 'language') button.textContent = say(name);
  }
  showButtons();
  showHead();
  showSheet();
  showAround();
  if (state !== null) showProgress(state.progress);
}

function showHelp() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('help'));
  if (dialog.open) return dialog.close();
  const list = element('dl', '');
  const rows = [...document.querySelectorAll('[data-key]')].map((button) => {
    const [name = ''] = /** @type {HTMLElement} */ (button).title.split('  [');
    return [/** @type {HTMLElement} */ (button).dataset.key ?? '', name];
  });
  for (const [key, name] of rows)
    list.append(element('dt', '', element('kbd', '', key ?? '')), element('dd', '', name ?? ''));
  dialog.replaceChildren(element('h2', '', say('help')), list);
  dialog.showModal();
}

/** @type {Record<string, () => void>} */
const DOES = {
  plan: () => setView(document.body.dataset.view === 'plan' ? 'page' : 'plan'),
  previous: () => turn(-1),
  next: () => turn(1),
  smaller: () => setZoom(scaleNow() / STEP),
  larger: () => setZoom(scaleNow() * STEP),
  fit: () => setZoom(null),
  help: showHelp,
  language: () => {
    switchLanguage();
    showWords();
  },
};

/** @type {Record<string, () => void>} */
const PRESSED = {
  ArrowLeft: () => turn(-1),
  PageUp: () => turn(-1),
  ArrowRight: () => turn(1),
  PageDown: () => turn(1),
  Home: () => open(state?.numbers[0] ?? 1),
  End: () => open(state?.numbers.at(-1) ?? 1),
  Escape: () => (document.body.dataset.view === 'plan' ? setView('page') : select(null)),
  p: () => DOES.plan?.(),
  '-': () => DOES.smaller?.(),
  '+': () => DOES.larger?.(),
  '=': () => DOES.larger?.(),
  0: () => DOES.fit?.(),
  l: () => DOES.language?.(),
  '?': showHelp,
  ...Object.fromEntries(
    OVERLAYS.map((name) => [KEYS[/** @type {keyof typeof KEYS} */ (name)].toLowerCase(), () => toggle(name)]),
  ),
  ...Object.fromEntries(
    PLATES.map((name) => [KEYS[/** @type {keyof typeof KEYS} */ (name)].toLowerCase(), () => setPlate(name)]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      String(index + 1),
      () => state?.numbers.includes(index + 1) && open(index + 1),
    ]),
  ),
};

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const does = PRESSED[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (does === undefined) return;
  event.preventDefault();
  const help = /** @type {HTMLDialogElement} */ (byId('help'));
  if (help.open) {
    help.close();
    if (event.key === 'Escape' || event.key === '?') return;
  }
  does();
});
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-do]'))) {
  button.addEventListener('click', () => DOES[button.dataset.do ?? '']?.());
}
layer.element.addEventListener('click', (event) => {
  const hit = /** @type {Element} */ (event.target).closest('.hit');
  select(hit === null ? null : hit.getAttribute('data-slot'));
});
stage.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(scaleNow() * Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
  },
  { passive: false },
);
new ResizeObserver(() => zoom === null && showSheet()).observe(stage);

// ---- hearing

/** The next moment after what was changed is on the screen. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
const now = () => performance.timeOrigin + performance.now();

/** One message is dealt with before the next. */
let turnOf = Promise.resolve();
/** @template T @param {(message: T) => Promise<void>} deal */
const inTurn = (deal) => (/** @type {T} */ message) => {
  turnOf = turnOf.then(() => deal(message)).catch((fault) => console.error(fault));
};

connect({
  state: inTurn(async (/** @type {State} */ next) => {
    state = next;
    light = 'live';
    lightText = '';
    pages.clear();
    for (const page of next.pages) pages.set(page.view.number, page);
    if (!next.numbers.includes(number) && next.numbers[0] !== undefined) number = next.numbers[0];
    mixInks(next.inks);
    showProgress(next.progress);
    showHead();
    await fetchFonts(next.fonts);
    if (pages.has(number)) await showPage();
    else showAround();
  }),
  update: inTurn(async (/** @type {Update} */ next) => {
    if (state === null) return;
    const received = now();
    const { fonts, inks, moments, pages: changed, ...rest } = next;
    state = { ...state, ...rest, inks };
    await addFonts(fonts);
    mixInks(inks);
    for (const page of changed) pages.set(page.view.number, page);
    for (const known of pages.keys()) if (!next.numbers.includes(known) && next.numbers.length > 0) pages.delete(known);
    if (!next.numbers.includes(number) && next.numbers[0] !== undefined) return open(next.numbers[0]);
    const own = changed.find(({ view }) => view.number === number);
    const complete = own === undefined || drawing.show(own);
    if (!complete) await showPage();
    showSheet();
    showPanel(panel, current(), selected, state.articlesFolder, state.problems, select);
    await painted();
    const shown = now();
    // The page comes first; then what stands round it.
    if (changed.length > 0) lightText = say('shown', { ms: Math.round(shown - moments.seen) });
    showHead();
    showAround();
    if (changed.length === 0) return;
    // For those who measure.
    const detail = {
      revision: next.revision,
      page: own?.view.number ?? null,
      moments: { ...moments, received, shown },
    };
    dispatchEvent(new CustomEvent('banxin:shown', { detail }));
  }),
  progress: (progress) => {
    if (state !== null) state = { ...state, progress };
    showProgress(progress);
  },
  lost: () => {
    light = 'lost';
    showLight();
  },
});
setView('page');
showWords();
