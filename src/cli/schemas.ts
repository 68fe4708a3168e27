/** `npm run schemas`: JSON Schemas of the desk's files, for editors, from the schemas that check these files. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { fontsSchema } from '../fonts/schema.js';
import { articleSchema, issueSchema } from '../issue/schema.js';
import { reportSchema } from '../report-schema.js';
import { paperSchema, stylesSchema, templateSchema } from '../template/schema.js';

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
      await mkdir(out, { recursive: true });
      await Promise.all([...schemaFiles()].map(([name, text]) => writeFile(join(out, name), text)));
    });
