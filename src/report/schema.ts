/** The form of the build's JSON report, for those who script against it; `npm run schemas` writes it out. */
import { z } from 'zod';
import { CHECKS } from '../proof/preflight/types.js';
import type { BuildReport } from './report.js';

const count = z.int().min(0);
const page = z.int().min(1);

const story = z.strictObject({
  id: z.string().describe('The article'),
  slot: z.string(),
  lines: count.describe('Body lines set here'),
  chars: count.describe('Body characters set here, white space not counted'),
  overset: z.strictObject({ lines: count, chars: count }).describe('Copy that found no place'),
  leftOut: z.strictObject({ passages: count, chars: count }).describe('Passages marked by ~~ that are not printed'),
  white: count.describe('Lines short of flush, and holes'),
  jump: z
    .strictObject({ to: page.nullable(), from: page.nullable() })
    .nullable()
    .describe('Pages it goes on to and comes from'),
});

const finding = z.strictObject({
  check: z.enum(CHECKS),
  page: page.nullable().describe('Page of the file; null: the file as a whole'),
  message: z.string(),
});

/** The report that `build-issue --json` prints. */
export const reportSchema: z.ZodType<BuildReport> = z
  .strictObject({
    issue: page.nullable().describe('Null where what was asked for is no number'),
    pages: z.array(
      z.strictObject({
        page,
        file: z.string().describe('Name of the PDF; its failed name where preflight failed'),
        template: z.string(),
        stories: z.array(story),
        pictures: z.array(
          z.strictObject({ file: z.string(), ppi: count.nullable().describe('Null of a PDF that prints as it is') }),
        ),
        preflight: z
          .strictObject({ passed: z.boolean(), findings: z.array(finding) })
          .nullable()
          .describe('Null where the file is for no press'),
      }),
    ),
    diagnostics: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warning']),
        message: z.string(),
        hint: z.string().nullable(),
        at: z.string().nullable().describe('file:line:column'),
      }),
    ),
    timings: z
      .strictObject({ load: count, makeUp: count, write: count, check: count, total: count })
      .nullable()
      .describe('Milliseconds; null where nothing was written'),
  })
  .describe('What build-issue --json prints');
