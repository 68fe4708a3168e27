/** `typeset`: paragraphs on standard input, their lines (or the places where they may break) as JSON. */
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { projectRoot } from '../cache/project.js';
import { languageOf } from '../diagnostics/language.js';
import { renderAll } from '../diagnostics/render.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { loadFonts } from '../fonts/registry.js';
import type { Fonts } from '../fonts/types.js';
import {
  bestBreaking,
  breakOffsets,
  breakParagraph,
  justify,
  type Level,
  type LineStyle,
  type Paragraph,
  prepare,
  unbrokenWidth,
} from '../typeset/index.js';
import { Refusal } from './refusal.js';

interface Options {
  readonly measure: number;
  readonly level: Level;
  readonly indent: number;
  readonly lines?: number;
  readonly breaks?: boolean;
  readonly font: string;
  readonly fonts: string;
}

/** The command. */
export function typesetCommand(): Command {
  return new Command('typeset')
    .description('set paragraphs (one a line on standard input) and print their lines as JSON, one object a line')
    .option('--measure <em>', 'width of the lines, in characters', positive, 13)
    .addOption(
      new Option('--level <level>', 'how strictly lines may break')
        .choices(['strict', 'normal', 'loose'])
        .default('strict'),
    )
    .option('--indent <em>', 'indent of the first line', notNegative, 2)
    .option('--lines <number>', 'set in just so many lines', whole)
    .option('--breaks', 'print where lines may break, and the unbroken width, instead')
    .option('--font <role>', 'role of fonts.yaml to set in', 'song')
    .option('--fonts <file>', 'font roles', join(projectRoot, 'fonts/fonts.yaml'))
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { value: fonts, diagnostics, sources } = await loadFonts(options.fonts);
  const unusable = async (why: readonly Diagnostic[]): Promise<never> => {
    process.stderr.write(`${renderAll(why, sources, await languageOf(process.env))}\n\n`);
    throw new Refusal(`the fonts of ${options.fonts} cannot be used`);
  };
  if (!fonts) return unusable(diagnostics);
  if (!fonts.roles.includes(options.font))
    throw new Refusal(`${options.fonts} has no role “${options.font}”; it has ${fonts.roles.join(', ')}`);
  const style: LineStyle = {
    level: options.level,
    indent: options.indent,
    hanSpace: 0.5,
    hanging: '',
    align: 'justify',
  };
  const answer = (text: string): object => {
    const paragraph: Paragraph = { runs: [{ text, role: options.font }], style, names: [] };
    return options.breaks === true ? breaksOf(paragraph, text, fonts) : linesOf(paragraph, text, options, fonts);
  };
  try {
    for await (const lines of inputLines()) {
      let out = '';
      for (const line of lines) out += `${JSON.stringify(answer(line))}\n`;
      if (!process.stdout.write(out)) await new Promise((done) => process.stdout.once('drain', done));
    }
  } catch (fault) {
    const unreadable = fonts.unreadable(fault);
    if (unreadable === null) throw fault;
    await unusable([unreadable]);
  }
}

const breaksOf = (paragraph: Paragraph, text: string, fonts: Fonts): object => ({
  text,
  breaks: breakOffsets(text, paragraph.style.level),
  natural: rounded(unbrokenWidth(prepare(paragraph, fonts))),
});

const linesOf = (paragraph: Paragraph, text: string, { measure, lines: wanted }: Options, fonts: Fonts): object => {
  const prepared = prepare(paragraph, fonts);
  let ways = breakParagraph(prepared, measure);
  if (wanted !== undefined && ways[0]!.lines !== wanted) {
    const away = Math.abs(ways[0]!.lines - wanted);
    if (wanted <= text.length) ways = breakParagraph(prepared, measure, Math.min(away, 50));
    const possible = ways.map(({ lines }) => lines);
    ways = ways.filter(({ lines }) => lines === wanted);
    if (ways.length === 0) return { text, lines: null, wanted, possible };
  }
  return {
    text,
    lines: justify(prepared, bestBreaking(ways), measure, fonts).map((line) => ({
      text: line.text,
      start: line.start,
      end: line.end,
      width: rounded(line.width),
      natural: rounded(line.natural),
      ratio: rounded(line.ratio),
    })),
  };
};

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Standard input, cut at line feeds only (a paragraph may hold other separators); a chunk's lines at a time. */
async function* inputLines(): AsyncGenerator<readonly string[]> {
  process.stdin.setEncoding('utf8');
  let rest = '';
  for await (const chunk of process.stdin) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  if (rest !== '') yield [withoutReturn(rest)];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function positive(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number > 0) || !Number.isFinite(number))
    throw new InvalidArgumentError('give a width in ems');
  return number;
}

function notNegative(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0) || !Number.isFinite(number))
    throw new InvalidArgumentError('give a width in ems');
  return number;
}

function whole(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('give a number of lines');
  return Number(value);
}
