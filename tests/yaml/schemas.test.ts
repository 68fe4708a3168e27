import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaFiles } from '../../src/cli/schemas.js';

it('the JSON Schemas are current: npm run schemas', () => {
  for (const [name, text] of schemaFiles()) expect(readFileSync(`schemas/${name}`, 'utf8'), name).toBe(text);
  const written = readdirSync('schemas').filter((name) => name.endsWith('.schema.json'));
  expect(written.filter((name) => !schemaFiles().has(name) && name !== 'report.schema.json')).toEqual([]);
});

it('they tell editors the keys', () => {
  const issue = JSON.parse(schemaFiles().get('issue.schema.json')!);
  expect(Object.keys(issue.properties)).toEqual(['paper', 'number', 'date', 'parts', 'staff', 'page-count', 'pages']);
  expect(issue.additionalProperties).toBe(false);
});

it('VS Code is told of the schemas, and of files that are there', () => {
  const { 'yaml.schemas': told } = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
    'yaml.schemas': Record<string, string>;
  };
  const names = Object.keys(told).map((path) => path.replace('schemas/', ''));
  // Front matter is no file of its own; the report is written, not read.
  expect([...names, 'article.schema.json', 'report.schema.json'].sort()).toEqual([...schemaFiles().keys()].sort());
});
