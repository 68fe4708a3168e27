/** The project's own preflight: a PDF's bytes → what a press would reject. */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Piece } from '../../cache/pieces.js';
import { FileView } from '../../pdf-objects/file-view.js';
import { openPdf } from '../../pdf-objects/objects.js';
import { faultIn } from '../../pdf-objects/unreadable.js';
import { checkContents } from './contents/contents.js';
import { boneFaults } from './file/bones.js';
import { checkDocument } from './file/document.js';
import { checkObjects } from './file/objects.js';
import { checkPages } from './file/pages.js';
import { afresh, type Remember } from './remember.js';
import { Findings, type Limits, NEWSPRINT, type PreflightProfile, type PreflightReport } from './types.js';

/** Checks a file, given in pieces. Whatever the bytes are, there is a report; throws where the machine fails. */
export const preflight = async (
  pieces: readonly Piece[],
  profile: PreflightProfile,
  remember: Remember = afresh,
): Promise<PreflightReport> => {
  const [found, remarks] = [new Findings(), new Findings()];
  const facts = { pages: 0, fonts: 0, images: 0, maxInk: 0, minPpi: null as number | null };
  const file = new FileView(pieces);
  for (const fault of boneFaults(file)) found.add('structure', fault);
  const attempt = async (what: string, page: number | null, check: () => unknown): Promise<void> => {
    try {
      await check();
    } catch (cause) {
      found.add('structure', faultIn(cause, `${what} cannot be read: not built as PDF asks`), page);
    }
  };
  await attempt('the file', null, async () => {
    const objects = await openPdf(file);
    if (objects.trailer.encrypt) {
      found.add('encryption', 'the file is encrypted');
      return;
    }
    for (const fault of objects.pageTree.faults) found.add('structure', fault);
    await attempt('what the file says of itself', null, () => checkDocument(objects, profile, remember, found));
    await attempt('an object of the file', null, () => {
      facts.fonts = checkObjects(objects, profile, found).fonts;
    });
    checkPages(objects, profile, found);
    const limits: Limits = { ...NEWSPRINT, ...profile.limits };
    const images = new Set<PDFObject>();
    facts.pages = objects.pages.length;
    for (const [index, page] of objects.pages.entries()) {
      await attempt('what the page paints', index + 1, async () => {
        const contents = await checkContents(objects, page, limits, remember);
        for (const { check, message } of contents.findings) found.add(check, message, index + 1);
        for (const { check, message } of contents.remarks) remarks.add(check, message, index + 1);
        for (const image of contents.images) images.add(image);
        if (contents.coloured !== null && profile.black?.includes(index + 1) === true)
          found.add('black-pages', `${contents.coloured} in other inks than black`, index + 1);
        facts.maxInk = Math.max(facts.maxInk, contents.maxInk);
        if (contents.minPpi !== null) facts.minPpi = Math.min(facts.minPpi ?? contents.minPpi, contents.minPpi);
      });
    }
    facts.images = images.size;
  });
  const { list: findings } = found;
  return { standard: profile.standard, passed: findings.length === 0, findings, remarks: remarks.list, facts };
};
