// The fonts that the peers set their text in: those of this program's body and headlines.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const serif = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
export const SONG = join(serif, '400Regular/NotoSerifSC_400Regular.ttf');
export const SONG_BOLD = join(serif, '700Bold/NotoSerifSC_700Bold.ttf');
