// The fonts that the peers set their text in: those of this program's body and headlines.
const { dirname, join } = require('node:path');

const serif = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'));
exports.SONG = join(serif, '400Regular/NotoSerifSC_400Regular.ttf');
exports.SONG_BOLD = join(serif, '700Bold/NotoSerifSC_700Bold.ttf');
