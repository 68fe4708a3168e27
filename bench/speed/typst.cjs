// Peer: Typst sets the stories in six columns. `node typst.cjs PAGES.json OUT.pdf`
const { readFileSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const { SONG, SONG_BOLD } = require('./fonts.cjs');

const [, , input, output] = process.argv;
const escaped = (text) => text.replace(/[\\#*_`$<>@[\]~/=+-]/g, '\\$&');
const pages = JSON.parse(readFileSync(input, 'utf8')).map((stories) =>
  stories
    .map(({ headline, body }) => `#headline[${escaped(headline)}]\n\n${body.map(escaped).join('\n\n')}\n`)
    .join('\n'),
);
const source = `
#set page(width: 390mm, height: 550mm, margin: (x: 19mm, y: 31mm), columns: 6)
#set columns(gutter: 10.5pt)
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", top-edge: 10.5pt, bottom-edge: 0pt)
#set par(justify: true, leading: 4.5pt, spacing: 4.5pt, first-line-indent: (amount: 2em, all: true))
#let headline(body) = block(above: 15pt, below: 10pt, text(size: 22pt, weight: "bold", body))
${pages.join('\n#pagebreak()\n')}`;
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [dirname(SONG), dirname(SONG_BOLD)] }] });
writeFileSync(output, compiler.pdf({ mainFileContent: source }));
