// Loaded into every process that is measured: leaves its peak memory, in kilobytes, where the bench looks for it.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));
