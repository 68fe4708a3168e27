/** What each code of a font says, as its ToUnicode map (ISO 32000-1, 9.10.3). */

import { hex2, hex4, utf16Hex } from '../number.js';
import type { CodedGlyph } from './code-book.js';

/**
 * Code → text, of codes of so many bytes. Codes that say nothing (the later glyphs of a cluster, a character shown again behind the fold) stand
 * within an ActualText; readers that pass over an empty one get a space, for without an entry they invent a character.
 */
export const toUnicode = (codes: readonly Pick<CodedGlyph, 'code' | 'said'>[], bytes: 1 | 2 = 2): string => {
  const hex = bytes === 1 ? hex2 : hex4;
  const entries = codes.map(({ code, said }) => `<${hex(code)}> <${utf16Hex(said || ' ')}>`);
  const blocks = Array.from({ length: Math.ceil(entries.length / 100) }, (_, index) => {
    const block = entries.slice(index * 100, index * 100 + 100);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<${hex(0)}> <${hex(2 ** (8 * bytes) - 1)}>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
};
