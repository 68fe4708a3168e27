// What the browser knows of the issue, and the line to the server.

/** @typedef {import('../src/preview/messages.js').State} State */
/** @typedef {import('../src/preview/messages.js').Update} Update */
/** @typedef {import('../src/preview/messages.js').PageMessage} PageMessage */
/** @typedef {import('../src/preview/messages.js').PageSummary} PageSummary */

/**
 * Loads fonts that the page does not have yet.
 * @param {readonly { name: string, source: string | ArrayBuffer }[]} fonts
 */
export async function loadFonts(fonts) {
  const faces = fonts.map(({ name, source }) => new FontFace(name, source));
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
}

const known = new Set();

/**
 * Loads all fonts of a state and lets go of others.
 * @param {readonly string[]} names
 */
export const fetchFonts = (names) => {
  for (const face of [...document.fonts]) {
    const name = face.family.replaceAll('"', '');
    if (names.includes(name)) continue;
    document.fonts.delete(face);
    known.delete(name);
  }
  const fresh = names.filter((name) => !known.has(name));
  for (const name of fresh) known.add(name);
  return loadFonts(fresh.map((name) => ({ name, source: `url(/font/${name})` })));
};

/** @param {Update['fonts']} fonts */
export const addFonts = (fonts) => {
  const fresh = fonts.filter(({ name }) => !known.has(name));
  for (const { name } of fresh) known.add(name);
  return loadFonts(
    fresh.map(({ name, data }) => ({ name, source: Uint8Array.from(atob(data), (c) => c.charCodeAt(0)).buffer })),
  );
};

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let mixed = '';

/**
 * Colours of all inks: together, and as grey on each plate.
 * @param {State['inks']} inks
 */
export function mixInks(inks) {
  const said = JSON.stringify(inks);
  // Another style sheet has every glyph looked at again.
  if (said === mixed) return;
  mixed = said;
  const rules = inks.flatMap(({ id, colour, plates }) => [
    `.f${id}{fill:${colour}}.s${id}{stroke:${colour}}`,
    ...Object.entries(plates).map(([plate, ink]) => {
      const grey = `rgb(${Array(3).fill(Math.round(255 - ink * 2.55))})`;
      return `[data-plate=${plate}] .f${id}{fill:${grey}}[data-plate=${plate}] .s${id}{stroke:${grey}}`;
    }),
  ]);
  sheet.replaceSync(rules.join('\n'));
}

/**
 * Hears the server. It says everything anew when the line comes back.
 * @param {{ state(state: State): void, update(update: Update): void, progress(progress: State['progress']): void, lost(): void }} on
 */
export function connect(on) {
  const source = new EventSource('/events');
  source.addEventListener('state', (event) => on.state(JSON.parse(event.data)));
  source.addEventListener('update', (event) => on.update(JSON.parse(event.data)));
  source.addEventListener('progress', (event) => on.progress(JSON.parse(event.data)));
  source.onerror = () => on.lost();
}

/**
 * A whole page with its drawings; null where there is none.
 * @param {number} number
 * @returns {Promise<PageMessage | null>}
 */
export async function fetchPage(number) {
  const answer = await fetch(`/page/${number}`);
  return answer.ok ? answer.json() : null;
}
