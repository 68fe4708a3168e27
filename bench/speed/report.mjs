// The bench's figures as a table, with the ratios to its peers that were asked for (docs/speed.md).

const NAMES = {
  node: 'Node, doing nothing',
  'text-1': 'Banxin, 1 text page',
  'typst-1': 'Typst, 1 page',
  'pdfkit-1': 'pdfkit, 1 page',
  'text-8': 'Banxin, 8 text pages',
  'typst-8': 'Typst, 8 pages',
  'pdfkit-8': 'pdfkit, 8 pages',
  'text-8-edit': 'Banxin, 8 text pages, one manuscript changed',
  'issue-warm': 'Banxin, sample issue, only pictures kept',
  'issue-edit': 'Banxin, sample issue, one manuscript changed',
  'issue-plan': 'Banxin, sample issue, the plan of one page changed',
  'issue-cold': 'Banxin, sample issue, pictures anew',
  'text-64': 'Banxin, 64 text pages',
};

/** Ratios of seconds, with what they should not exceed where something was asked. */
const RATIOS = [
  ['1 page over Typst', (s) => s['text-1'] / s['typst-1'], 1.25],
  ['8 pages over Typst', (s) => s['text-8'] / s['typst-8'], 1],
  ['sample issue over Typst’s 8 text pages', (s) => s['issue-warm'] / s['typst-8'], 2.5],
  ['8 pages, one manuscript changed, over Typst', (s) => s['text-8-edit'] / s['typst-8'], null],
  ['sample issue, one manuscript changed, over Typst', (s) => s['issue-edit'] / s['typst-8'], null],
  ['64 pages over 8', (s) => s['text-64'] / s['text-8'], 8],
  // What 8 pages take when nothing starts and all code has been compiled: no start can be so good that 8 cold ones take less.
  [
    '8 more pages, after the first 8 of 64, over Typst',
    (s) => ((8 / 56) * (s['text-64'] - s['text-8'])) / s['typst-8'],
    null,
  ],
];

/** Those of which all times were taken. */
function ratiosOf(figures) {
  const seconds = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure.seconds]));
  return RATIOS.map(([name, of, limit]) => ({ name, ratio: of(seconds), limit })).filter(
    ({ ratio }) => !Number.isNaN(ratio),
  );
}

export function print(result, json) {
  const { date, runs, machine, figures } = result;
  const ratios = ratiosOf(figures);
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...result, ratios }, null, 2)}\n`);
    return;
  }
  const lines = [
    `${date}, ${machine.processor}, ${machine.cores} cores, ${machine.memory} GB, ${machine.touch.toFixed(1)} µs to touch a new page of memory, Node ${machine.node}, ${machine.system}`,
    `whole cold processes, in turn, medians of ${runs}`,
    '',
    '| | s | fastest | peak MB | PDF kB |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...Object.entries(figures).map(
      ([name, { seconds, fastest, memory, bytes }]) =>
        `| ${NAMES[name]} | ${seconds.toFixed(3)} | ${fastest.toFixed(3)} | ${memory.toFixed(0)} | ${(bytes / 1000).toFixed(0)} |`,
    ),
    '',
    '| ratio | is | at most |',
    '| --- | ---: | ---: |',
    ...ratios.map(({ name, ratio, limit }) => `| ${name} | ${ratio.toFixed(2)} | ${limit ?? ''} |`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
