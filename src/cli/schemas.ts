/** `npm run schemas`: JSON Schemas of the desk's files, for editors, from the schemas that check these files. */
import { Command } from 'commander';
import { z } from 'zod';
import { fontsSchema } from '../fonts/schema.js';
import { articleSchema, issueSchema } from '../issue/schema.js';
import { freshFiles } from '../output/fresh-files.js';
import { makeFolder } from '../output/new-files.js';
import { reportSchema } from '../report/schema.js';
import { paperSchema, stylesSchema, templateSchema } from '../template/schema.js';
import { mustWrite } from './must-write.js';

const SCHEMAS = {
  issue: issueSchema,
  article: articleSchema,
  paper: paperSchema,
  styles: stylesSchema,
  template: templateSchema,
  fonts: fontsSchema,
  report: reportSchema,
} as const;

/** The schema files' texts, by file name. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title: `Banxin: ${name}`, ...rest }, null, 2)}\n`];
    }),
  );

/** The command. */
export const schemasCommand = (): Command =>
  new Command('schemas')
    .description('write the JSON Schemas that editors check the desk’s files by')
    .option('--out <dir>', 'where to', 'schemas')
    .action(async ({ out }: { out: string }) => {
      const files = freshFiles({ folder: out, fresh: out });
      files.attempt(() => makeFolder(out));
      for (const [name, text] of schemaFiles()) files.put(name, [Buffer.from(text)]);
      await mustWrite(files.written().diagnostics);
    });
