/** The form of fonts.yaml. The JSON Schema for editors is made from it too. */
import { z } from 'zod';

const WORDS =
  'must be a font file (or its `file` and `sum`), or a list of them: the role’s own first, then those for characters it lacks';
const file = z
  .string()
  .min(1)
  .describe('package:NAME/PATH, or a path beside this file; of a collection fonts.ttc#PostScriptName');
const font = z.union([
  file,
  z.strictObject({
    file,
    sum: z.string().describe('What its tables add up to, of a font whose own checksums are wrong as its maker gave it'),
  }),
]);

/** fonts.yaml. */
export const fontsSchema = z
  .record(z.string(), z.union([font, z.array(font).min(1)], { error: WORDS }))
  .refine((roles) => Object.keys(roles).length > 0, { error: 'names no roles' })
  .meta({
    description: 'Role → font files: the role’s own first, then what serves for characters it lacks',
    // As `refine`, for the JSON Schema.
    minProperties: 1,
  });
