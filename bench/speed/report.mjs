// The bench's figures as a table, with the ratios that issue 7 asks for.

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

/** A time over another's, with what it should not exceed where something was asked. */
const RATIOS = [
  ['1 page over Typst', 'text-1', 'typst-1', 1.25],
  ['8 pages over Typst', 'text-8', 'typst-8', 1],
  ['sample issue over Typst’s 8 text pages', 'issue-warm', 'typst-8', 2.5],
  ['8 pages, one manuscript changed, over Typst', 'text-8-edit', 'typst-8', null],
  ['sample issue, one manuscript changed, over Typst', 'issue-edit', 'typst-8', null],
  ['64 pages over 8', 'text-64', 'text-8', 8],
];

const ratiosOf = (figures) =>
  RATIOS.filter(([, a, b]) => figures[a] && figures[b]).map(([name, a, b, limit]) => ({
    name,
    ratio: figures[a].seconds / figures[b].seconds,
    limit,
  }));

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
