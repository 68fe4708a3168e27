/** `paper.yaml` → the paper's own facts: its names, sheet and grid, press and file names. */
import { dirname, isAbsolute, join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import type { Outcome } from '../diagnostics/types.js';
import { type Mm, mm, toMm } from '../geometry/units.js';
import { type Checked, readYaml } from '../yaml/check.js';
import { paperSchema, type RawPaper } from './schema.js';
import type { Paper } from './types.js';
import { columnsWidth, readSize } from './values.js';

/** Rounding that is not worth a message. */
const TOLERANCE: Mm = 0.01;

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

/** The type area must lie on the sheet. */
const checkTypeArea = (
  typeArea: Paper['typeArea'],
  { data, at, keyAt }: Checked<RawPaper>,
  report: Collector,
): void => {
  const { sheet } = data;
  const [x, y, width, height] = [typeArea.x, typeArea.y, typeArea.width, typeArea.height].map(toMm) as MmBox;
  const isWithin = (from: Mm, extent: Mm, room: Mm): boolean => from >= -TOLERANCE && from + extent <= room + TOLERANCE;
  const fitsAcross = isWithin(x, width, sheet.width);
  if (fitsAcross && isWithin(y, height, sheet.height)) return;
  const isPlaced = data['type-area'] !== undefined;
  const what = `${width.toFixed(1)} × ${height.toFixed(1)} mm`;
  const where = isPlaced ? ` at ${x.toFixed(1)}, ${y.toFixed(1)} mm` : '';
  const on = `the sheet of ${sheet.width} × ${sheet.height} mm`;
  report.error('paper-type-area', `the type area is ${what}${where} and does not fit on ${on}`, {
    span: isPlaced ? at(['type-area']) : keyAt(['grid']),
    hint: fitsAcross
      ? 'Take fewer lines, a smaller leading, or a higher sheet.'
      : 'Take fewer or narrower columns, a smaller size, or a wider sheet.',
  });
};

type MmBox = [x: Mm, y: Mm, width: Mm, height: Mm];

/** What paper.yaml says of the press; relative paths are from the paper's own folder, wherever the program is started. */
const printOf = (file: string, { data, at }: Checked<RawPaper>): Paper['print'] => {
  const print = data.print ?? {};
  return {
    standard: print.standard ?? 'x1a',
    profile: print.profile == null ? null : { file: beside(file, print.profile), span: at(['print', 'profile']) },
    condition: print.condition ?? 'Newsprint',
    bleed: print.bleed ?? 0,
    marks: print.marks ?? false,
    blackPages: print['black-pages'] ?? [],
  };
};

/** Where the texts that pages print stand. */
const spansOf = ({ data, at }: Checked<RawPaper>): Paper['spans'] => ({
  name: at(['name']),
  latin: at(['latin']),
  organ: at(['organ']),
  site: at(['site']),
  cn: at(['cn']),
  postal: at(['postal']),
  imprint: (data.imprint ?? []).map((_, index) => at(['imprint', index])),
});

/** Reads paper.yaml. `id` is the paper's folder. */
export const readPaper = (id: string, file: string, text: string): Outcome<Paper> => {
  const checked = readYaml(paperSchema, file, text);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const { data: raw } = checked.value;
  const report = new Collector();
  const typeArea = typeAreaOf(raw);
  checkTypeArea(typeArea, checked.value, report);
  const { columns, measure, gap, leading, lines } = raw.grid;
  const paper: Paper = {
    id,
    folder: dirname(file),
    name: raw.name,
    nameplate: raw.nameplate === undefined ? null : { file: raw.nameplate, span: checked.value.at(['nameplate']) },
    latin: raw.latin ?? '',
    organ: raw.organ ?? '',
    site: raw.site ?? '',
    cn: raw.cn ?? '',
    postal: raw.postal ?? '',
    imprint: raw.imprint ?? [],
    sheet: raw.sheet,
    typeArea,
    grid: { columns, measure, gap, leading, lines, bodySize: readSize(raw.grid.size) },
    print: printOf(file, checked.value),
    pageName: raw['page-name'] ?? null,
    output: {
      page: raw.output?.page ?? '{issue}-{page2}.pdf',
      issue: raw.output?.issue ?? '{issue}.pdf',
      screen: raw.output?.screen ?? '{issue}-screen.pdf',
    },
    fullWidthMarks: raw['full-width-marks'] ?? true,
    words: raw.words ?? [],
    spans: spansOf(checked.value),
  };
  return { value: report.failed ? null : paper, diagnostics: report.diagnostics };
};
