import { dirname, isAbsolute, join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import type { Outcome } from '../diagnostics/types.js';
import { mm, toMm } from '../geometry/units.js';
import { readYaml } from '../yaml/check.js';
import { paperSchema, type RawPaper } from './schema.js';
import type { Paper } from './types.js';
import { columnsWidth, readSize } from './values.js';

/** A millimetre of rounding is not worth a message. */
const TOLERANCE = 0.01;

const typeAreaOf = (raw: RawPaper): Paper['typeArea'] => {
  const { columns, measure, gap, leading, lines } = raw.grid;
  const width = columnsWidth(columns, measure, gap) * readSize(raw.grid.size);
  const height = lines * leading;
  const place = raw['type-area'];
  return {
    x: place === undefined ? (mm(raw.sheet.width) - width) / 2 : mm(place.x),
    y: place === undefined ? (mm(raw.sheet.height) - height) / 2 : mm(place.y),
    width,
    height,
  };
};

const beside = (file: string, path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));

/** Reads paper.yaml. `id` is the paper's folder. */
export const readPaper = (id: string, file: string, text: string): Outcome<Paper> => {
  const checked = readYaml(paperSchema, file, text);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const { data: raw, at, keyAt } = checked.value;
  const report = new Collector();
  const typeArea = typeAreaOf(raw);
  const sheet = raw.sheet;
  const [width, height] = [toMm(typeArea.width), toMm(typeArea.height)];
  const placed = raw['type-area'] !== undefined;
  const fits = {
    width: toMm(typeArea.x) >= -TOLERANCE && toMm(typeArea.x) + width <= sheet.width + TOLERANCE,
    height: toMm(typeArea.y) >= -TOLERANCE && toMm(typeArea.y) + height <= sheet.height + TOLERANCE,
  };
  if (!fits.width || !fits.height) {
    const what = `${width.toFixed(1)} × ${height.toFixed(1)} mm`;
    const where = placed ? ` at ${toMm(typeArea.x).toFixed(1)}, ${toMm(typeArea.y).toFixed(1)} mm` : '';
    report.error(
      'paper-type-area',
      `the type area is ${what}${where} and does not fit on the sheet of ${sheet.width} × ${sheet.height} mm`,
      {
        span: placed ? at(['type-area']) : keyAt(['grid']),
        hint: !fits.width
          ? 'Take fewer or narrower columns, a smaller size, or a wider sheet.'
          : 'Take fewer lines, a smaller leading, or a higher sheet.',
      },
    );
  }
  const { columns, measure, gap, leading, lines } = raw.grid;
  const print = raw.print ?? {};
  const paper: Paper = {
    id,
    name: raw.name,
    latin: raw.latin ?? '',
    organ: raw.organ ?? '',
    site: raw.site ?? '',
    cn: raw.cn ?? '',
    postal: raw.postal ?? '',
    imprint: raw.imprint ?? [],
    sheet,
    typeArea,
    grid: { columns, measure, gap, leading, lines, bodySize: readSize(raw.grid.size) },
    print: {
      standard: print.standard ?? 'x1a',
      // From the paper's own folder, wherever the program is started.
      profile: print.profile == null ? null : { file: beside(file, print.profile), span: at(['print', 'profile']) },
      condition: print.condition ?? 'Newsprint',
      bleed: print.bleed ?? 0,
      marks: print.marks ?? false,
      blackPages: print['black-pages'] ?? [],
    },
    pageName: raw['page-name'] ?? null,
    output: {
      page: raw.output?.page ?? '{issue}-{page2}.pdf',
      issue: raw.output?.issue ?? '{issue}.pdf',
      screen: raw.output?.screen ?? '{issue}-screen.pdf',
    },
    fullWidthMarks: raw['full-width-marks'] ?? true,
    words: raw.words ?? [],
    spans: {
      name: at(['name']),
      latin: at(['latin']),
      organ: at(['organ']),
      site: at(['site']),
      cn: at(['cn']),
      postal: at(['postal']),
      imprint: (raw.imprint ?? []).map((_, index) => at(['imprint', index])),
    },
  };
  return { value: report.failed ? null : paper, diagnostics: report.diagnostics };
};
