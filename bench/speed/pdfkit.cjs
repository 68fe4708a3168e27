// Peer: pdfkit's own text setting, six columns. `node pdfkit.cjs PAGES.json OUT.pdf`
const { createWriteStream, readFileSync } = require('node:fs');
const PDFDocument = require('pdfkit');
const { SONG, SONG_BOLD } = require('./fonts.cjs');

const [, , input, output] = process.argv;
const mm = 72 / 25.4;
const doc = new PDFDocument({
  size: [390 * mm, 550 * mm],
  margins: { left: 54, right: 54, top: 88, bottom: 88 },
  autoFirstPage: false,
});
doc.pipe(createWriteStream(output));
doc.registerFont('song', SONG);
doc.registerFont('song-bold', SONG_BOLD);
for (const stories of JSON.parse(readFileSync(input, 'utf8'))) {
  doc.addPage();
  const text = (words, options) =>
    doc.text(words, { columns: 6, columnGap: 10.5, height: 1380, lineGap: 1, ...options });
  // One flow of text, for pdfkit begins its columns anew with every call.
  doc
    .font('song-bold')
    .fontSize(22)
    .text(stories.map(({ headline }) => headline).join('  '));
  doc.font('song').fontSize(10.5);
  text(stories.flatMap(({ body }) => body).join('\n'), { indent: 21, align: 'justify' });
}
doc.end();
