// Loaded into every process that is measured: leaves its peak memory, in kilobytes, where the bench looks for it.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));
