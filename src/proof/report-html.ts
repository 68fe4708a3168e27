/**
 * The page diff as one file that opens anywhere: what changed in words, in Chinese where the browser is, and both
 * pictures to hold against each other.
 */
import sharp from 'sharp';
import { inChinese } from './chinese.js';
import type { ChangedPage, Comparison } from './compare.js';
import { reportScript, reportStyle } from './report-assets.js';

/** The report of a comparison. `before` and `after` say what the two states are. */
export async function htmlReport(comparison: Comparison, before: string, after: string): Promise<string> {
  const { issue, changes, pages, orphans } = comparison;
  const listed = [
    ...changes.pagesAdded.map((page) => `<li>${said(`page ${page} is new`)}</li>`),
    ...changes.pagesGone.map((page) => `<li>${said(`page ${page} is gone`)}</li>`),
    ...orphans.map((file) => `<li>${said(`orphan: ${file} belongs to no page`)}</li>`),
  ];
  const sections = await Promise.all(pages.map((page) => pageSection(page, comparison)));
  const verdict = comparison.same
    ? 'Nothing differs.'
    : `${pages.length} ${pages.length === 1 ? 'page differs' : 'pages differ'}.`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Issue ${issue}: page diff</title>
<style>${reportStyle}</style>
<header><h1>${said(`Issue ${issue}: page diff`)}</h1><p>${said(before)} → ${said(after)}. <b>${said(verdict)}</b></p>
<nav>${(['side', 'swipe', 'blink', 'difference'] as const)
    .map(
      (view, index) =>
        `<button data-view="${view}">${index + 1} ${said(view === 'side' ? 'side by side' : view)}</button>`,
    )
    .join('')}<label><input type="checkbox" id="boxes" checked> ${said('boxes (B)')}</label></nav></header>
${listed.length > 0 ? `<ul>${listed.join('')}</ul>` : ''}
${sections.join('\n')}
<script>${reportScript}</script>
</html>
`;
}

async function pageSection(changed: ChangedPage, { changes }: Comparison): Promise<string> {
  const { page, before, after, pixels, note } = changed;
  const rows = changes.changes
    .filter((change) => change.page === page)
    .map(
      ({ name, slot, words }) =>
        `<li><b>${escapeHtml(name)}</b>${slot === null || slot === name ? '' : ` <i>${escapeHtml(slot)}</i>`}: ${words.map(said).join('; ')}</li>`,
    );
  const touched = [...new Set(pixels?.areas.map(({ name }) => name) ?? [])].join(', ');
  const figures =
    pixels === null
      ? ''
      : `<p>${said(`${pixels.pixels} pixels differ, by up to ${pixels.most} of 255, in ${pixels.areas.length} area${pixels.areas.length === 1 ? '' : 's'}: ${touched}.`)}</p>`;
  const frame = after ?? before!;
  const boxes = (pixels?.areas ?? [])
    .map(({ name, x, y, width, height }) => {
      const share = (value: number, of: number): string => `${((value / of) * 100).toFixed(3)}%`;
      const place = `left:${share(x, frame.width)};top:${share(y, frame.height)};width:${share(width, frame.width)};height:${share(height, frame.height)}`;
      return `<span class="area" style="${place}"><em>${escapeHtml(name)}</em></span>`;
    })
    .join('');
  const picture = async (side: string, png: Uint8Array | undefined | null): Promise<string> =>
    `<figure class="${side}">${png ? `<img alt="${side}" src="${await inline(png)}">` : `<p>${said('no picture')}</p>`}${boxes}<figcaption>${said(side)}</figcaption></figure>`;
  return `<section><h2>${said(`Page ${page}`)}</h2>
${note === null ? '' : `<p>${said(note)}</p>`}${figures}<ul>${rows.join('')}</ul>
<div class="pair" style="--ratio:${frame.width}/${frame.height}">${await picture('before', before?.render ?? before?.thumbnail)}${await picture('after', after?.render ?? after?.thumbnail)}<input type="range" min="0" max="100" value="50" aria-label="swipe"></div></section>`;
}

/** A picture within the page itself, exact to the pixel and smaller than its PNG. */
const inline = async (png: Uint8Array): Promise<string> =>
  `data:image/webp;base64,${(await sharp(png).webp({ lossless: true, effort: 2 }).toBuffer()).toString('base64')}`;

/** A sentence in both languages, of which the browser shows one. */
const said = (text: string): string =>
  `<span class="en">${escapeHtml(text)}</span><span class="zh">${escapeHtml(inChinese(text))}</span>`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
