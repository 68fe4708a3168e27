// Beside the page: the story that was clicked, the page's stories, and what is to be said of them; over it, what is broken.
import { codeName, currentLanguage, fitState, fitWords, pageWords, say } from './words.js';

/** @typedef {import('../src/preview/view.js').PageView} PageView */
/** @typedef {import('../src/preview/view.js').SlotView} SlotView */
/** @typedef {import('../src/preview/messages.js').Problem} Problem */

/**
 * An element with a class and what stands in it.
 * @param {string} name
 * @param {string} kind
 * @param {...(Node | string)} children
 */
export function element(name, kind, ...children) {
  const made = document.createElement(name);
  if (kind !== '') made.className = kind;
  made.append(...children);
  return made;
}

/**
 * @param {string} name
 * @param {Node | string} value
 */
const row = (name, value) => [element('dt', '', name), element('dd', '', value)];

/** @param {string} path */
function copyable(path) {
  const button = /** @type {HTMLButtonElement} */ (element('button', 'path', path));
  button.type = 'button';
  button.title = say('copy');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(path).catch(() => undefined);
    button.dataset.copied = say('copied');
    setTimeout(() => delete button.dataset.copied, 1200);
  });
  return button;
}

/**
 * @param {SlotView} slot
 * @param {string} folder
 * @param {PageView} view
 */
function storyCard(slot, folder, view) {
  const { fit, story, headline, columns, lines } = slot;
  if (fit === null) return element('section', 'story');
  const list = element('dl', '');
  list.append(
    ...row(say('file'), copyable(`${folder}/${story}.md`)),
    ...row(say('slot'), `${slot.slot} · ${view.template}`),
    ...row(say('size'), say('sizeOf', { columns, lines })),
    ...row(say('set'), say('setOf', { lines: fit.lines, chars: fit.chars })),
  );
  const card = element('section', 'story');
  card.dataset.story = String(story);
  card.append(element('h2', '', headline ?? slot.slot), element('p', `fit ${fitState(slot)}`, fitWords(slot)));
  const { to = null, from = null } = fit.jump ?? {};
  if (to !== null) card.append(element('p', 'jump', say('jumpTo', { n: to })));
  if (from !== null) card.append(element('p', 'jump', say('jumpFrom', { n: from })));
  card.append(list);
  if (slot.overset !== '') card.append(element('h3', '', say('oversetText')), element('p', 'rest', slot.overset));
  return card;
}

/** @param {Problem} problem */
const place = ({ file, line, column }) => (file === null ? '' : line === null ? file : `${file}:${line}:${column}`);

/** @param {Problem} problem */
function problemItem(problem) {
  const item = element('li', problem.severity);
  const { message, hint } = currentLanguage() === 'zh' ? problem.chinese : problem;
  item.append(element('b', '', codeName(problem.code)), ` ${message}`);
  if (problem.file !== null) item.append(copyable(place(problem)));
  if (problem.excerpt !== null) item.append(excerpt(problem.excerpt));
  if (hint !== null) item.append(element('p', 'hint', hint));
  return item;
}

/** @param {NonNullable<Problem['excerpt']>} excerpt */
function excerpt({ text, start, length }) {
  const characters = [...text];
  const [before, inside, after] = [
    characters.slice(0, start),
    characters.slice(start, start + length),
    characters.slice(start + length),
  ].map((part) => part.join(''));
  return element('pre', '', before ?? '', element('mark', '', inside || ' '), after ?? '');
}

/**
 * @param {HTMLElement} panel
 * @param {PageView | null} view
 * @param {string | null} selected slot
 * @param {string} folder of articles
 * @param {readonly Problem[]} problems
 * @param {(slot: string | null) => void} select
 */
export function showPanel(panel, view, selected, folder, problems, select) {
  if (view === null) {
    panel.replaceChildren();
    return;
  }
  const chosen = view.slots.find(({ slot }) => slot === selected);
  const stories = view.slots.filter(({ story }) => story !== null);
  const list = element('ul', 'stories');
  for (const slot of stories) {
    const button = /** @type {HTMLButtonElement} */ (element('button', fitState(slot)));
    button.type = 'button';
    button.dataset.slot = slot.slot;
    button.setAttribute('aria-pressed', String(slot.slot === selected));
    button.append(element('span', 'headline', slot.headline ?? slot.slot), element('span', 'fit', fitWords(slot)));
    button.addEventListener('click', () => select(slot.slot === selected ? null : slot.slot));
    list.append(element('li', '', button));
  }
  const own = problems.filter(({ pages }) => pages.length === 0 || pages.includes(view.number));
  const notes = element('ul', 'problems');
  notes.append(...own.map(problemItem));
  panel.replaceChildren(
    ...(chosen === undefined ? [] : [storyCard(chosen, folder, view)]),
    element(
      'h3',
      '',
      `${pageWords(view.number, view)} · ${stories.length === 0 ? say('noStories') : say('stories', { n: stories.length })}`,
    ),
    list,
    element('h3', '', `${say('problems')}${own.length > 0 ? ` ${own.length}` : ''}`),
    own.length > 0 ? notes : element('p', 'none', say('none')),
  );
}

/**
 * @param {HTMLElement} banner
 * @param {readonly Problem[]} broken
 * @param {boolean} pages whether there are any to be seen
 */
export function showBroken(banner, broken, pages) {
  banner.hidden = broken.length === 0;
  document.body.toggleAttribute('data-broken', broken.length > 0);
  const list = element('ul', 'problems');
  list.append(...broken.map(problemItem));
  banner.replaceChildren(element('h2', '', say(pages ? 'brokenTitle' : 'brokenNothing')), list);
}
