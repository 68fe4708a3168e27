/** TIFFs in Lab, as Photoshop saves them: of eight bits the picture library reads none, and says that they are damaged. */
import { readSync } from 'node:fs';
import { withFile } from '../../cache/pieces.js';

/** Of TIFF 6.0: how long an entry of the list is, the tag that says how colours are written, and Lab in either form. */
const ENTRY_BYTES = 12;
const PHOTOMETRIC = 262;
const LAB: readonly number[] = [8, 9];

/** Whether a file is a TIFF in Lab. Throws where it cannot be read. */
export const isLabTiff = (path: string): boolean =>
  withFile(path, 'r', (file) => {
    const read = (at: number, length: number): DataView => {
      const bytes = new Uint8Array(length);
      readSync(file, bytes, 0, length, at);
      return new DataView(bytes.buffer);
    };
    const start = read(0, 8);
    const little = start.getUint16(0) === 0x4949;
    if (start.getUint16(2, little) !== 42) return false;
    const at = start.getUint32(4, little);
    const count = read(at, 2).getUint16(0, little);
    const entries = read(at + 2, count * ENTRY_BYTES);
    return Array.from({ length: count }, (_, entry) => entry * ENTRY_BYTES).some(
      (entry) => entries.getUint16(entry, little) === PHOTOMETRIC && LAB.includes(entries.getUint16(entry + 8, little)),
    );
  });
