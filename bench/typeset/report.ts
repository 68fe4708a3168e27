/**
 * How lines come out: `npm run -s typeset-report`. Sets the sample issue's copy and generated copy at 13 em,
 * greedily and by whole paragraphs, and says how much gaps were opened or marks squeezed. Then the speed of
 * preparing and breaking beside fontkit's layout of the same text, in one run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import {
  bestBreaking,
  breakParagraph,
  justify,
  type LineStyle,
  type Paragraph,
  prepare,
} from '../../src/typeset/index.js';
import { generatedCopy } from './copy.js';
import { greedyBreaking } from './greedy.js';
import { leastLoose } from './least.js';
import { count, perGap, type Tally, tally } from './tally.js';

const MEASURE = Number(process.argv[2] ?? 13);
const LOOSE = 0.1;
const style: LineStyle = { level: 'strict', indent: 2, hanSpace: 0.5, hanging: '', align: 'justify' };

const fonts = (await loadFonts('fonts/fonts.yaml')).value ?? (await loadFonts(DEFAULT_FONTS)).value!;

/** Bodies of the sample issue's articles: plain paragraphs. */
const sample = readdirSync('issues/12867/articles')
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    readFileSync(`issues/12867/articles/${name}`, 'utf8').split(/^---$/m).slice(2).join('').split('\n'),
  )
  .map((line) => line.replace(/\*\*|~~/g, '').trim())
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'));

const paragraphOf = (text: string): Paragraph => ({ runs: [{ text, role: 'song' }], style, names: [] });

const setAll = (texts: readonly string[], way: 'plain' | 'greedy' | 'whole'): Tally => {
  const result = tally();
  for (const text of texts) {
    const prepared = prepare(paragraphOf(text), fonts);
    const breaking =
      way === 'whole'
        ? bestBreaking(breakParagraph(prepared, MEASURE))
        : greedyBreaking(prepared, MEASURE, style.indent, way === 'greedy');
    const lines = justify(prepared, breaking, MEASURE, fonts);
    lines.forEach((line, index) => {
      const from = index === 0 ? 0 : breaking.breaks[index - 1]!;
      count(result, line, perGap(prepared, from, breaking.breaks[index]!, line), index === lines.length - 1);
    });
  }
  return result;
};

const share = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(2).padStart(6)} %`;

const show = (title: string, texts: readonly string[]): void => {
  console.log(`\n${title}: ${texts.length} paragraphs, ${texts.join('').length} characters, ${MEASURE} em`);
  console.log('lines (last ones left out)         plain greedy  squeezing greedy  whole paragraph');
  const [plain, greedy, whole] = [setAll(texts, 'plain'), setAll(texts, 'greedy'), setAll(texts, 'whole')];
  const row = (name: string, of: (each: Tally) => number): void =>
    console.log(
      `  ${name.padEnd(34)} ${[plain, greedy, whole].map((each) => share(of(each), each.lines)).join('         ')}`,
    );
  row('untouched', (each) => each.untouched);
  row('squeezed', (each) => each.squeezed);
  row('opened up to 0.025 em a gap', (each) => each.opened[0]!);
  row('opened 0.025 to 0.05', (each) => each.opened[1]!);
  row('opened 0.05 to 0.1', (each) => each.opened[2]!);
  row('looser than 0.1', (each) => each.opened[3]!);
  console.log(
    `  last lines of one character:     ${plain.orphans} plain, ${greedy.orphans} greedy, ${whole.orphans} whole paragraph`,
  );
  console.log(
    `  lines: ${plain.lines + plain.last} plain, ${greedy.lines + greedy.last} greedy, ${whole.lines + whole.last} whole paragraph`,
  );
  const least = texts.reduce(
    (sum, text) => sum + leastLoose(prepare(paragraphOf(text), fonts), MEASURE, style.indent),
    0,
  );
  console.log(
    `  looser than ${LOOSE}: ${plain.loose.length} plain, ${greedy.loose.length} greedy, ${whole.loose.length} whole paragraph, ${least} in any breaking`,
  );
  if (title === 'Sample issue') {
    console.log(`  whole-paragraph lines looser than ${LOOSE} em a gap: ${whole.loose.length}`);
    for (const line of whole.loose) console.log(`    ${line.gap.toFixed(3)}  ${line.text}`);
  }
};

show('Sample issue', sample);
show('Generated copy', generatedCopy(600));

/** Some 13,000 characters: a broadsheet's copy. */
const broadsheet: string[] = [];
for (let length = 0, i = 0; length < 13_000; i++) {
  broadsheet.push(sample[i % sample.length]!);
  length += sample[i % sample.length]!.length;
}
const file = 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
console.log(`\nSpeed: ${broadsheet.join('').length} characters in ${broadsheet.length} paragraphs, ms`);
for (const round of ['first', 'second', 'third']) {
  const font = create(readFileSync(file));
  const layout = time(() => {
    for (const text of broadsheet) if ('layout' in font) font.layout(text);
  });
  const own = (await loadFonts('fonts/fonts.yaml')).value!;
  own.glyph('song', 0x4e2d);
  const ours = time(() => {
    for (const text of broadsheet) breakParagraph(prepare(paragraphOf(text), own), MEASURE, 1);
  });
  console.log(
    `  ${round.padEnd(8)} fontkit layout ${layout.toFixed(1).padStart(7)}   prepare and break ${ours.toFixed(1).padStart(7)}`,
  );
}
