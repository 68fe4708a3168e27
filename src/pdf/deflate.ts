/** Deflating, by a plain JavaScript implementation: the one in Node gives other bytes on other processors. */
import { zlibSync } from 'fflate';

/** Names how bytes are deflated, for what is kept. */
export const DEFLATE = 'fflate 0.8.3, level 6';

export const deflate = (data: Uint8Array): Uint8Array => zlibSync(data, { level: 6 });

/** Deflates now or beside; the same bytes either way. */
export type Deflate = (data: Uint8Array) => Promise<Uint8Array>;

export const deflateHere: Deflate = async (data) => deflate(data);
