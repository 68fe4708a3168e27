// What is said where the program cannot be made ready: it does not compile, lacks its packages or a newer Node, or its
// folder cannot be written.
import { join } from 'node:path';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
/** As the program itself finds its reader's language, which may not be there yet. */
const inChinese = /^zh/.test(LC_ALL || LC_MESSAGES || LANG || '');

/** Says a line in the language of its reader. */
export function say(english, chinese) {
  process.stderr.write(`${inChinese ? chinese : english}\n`);
}

/** Says that the program does not run with this Node, and ends with the status of a fault. */
export function refuseNode() {
  const { node } = process.versions;
  say(
    `banxin: it needs Node 20.19, or 22.2 or newer; this is ${node}`,
    `banxin: 需要Node 20.19，或22.2以上；现在是${node}`,
  );
  process.exit(2);
}

/** What is thrown where a package is not there. */
const NOT_FOUND = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND']);

/** Says what kept the program in `root` from being made ready, and ends with the status of a fault. */
export function refuse(root, fault) {
  if (NOT_FOUND.has(fault.code)) {
    say('banxin: the packages that it needs are not there', 'banxin: 需要的软件包没有装');
    say('  hint: Run `npm ci`.', '  建议：运行`npm ci`');
    process.exit(2);
  }
  // Of a fault of the program's own its place is wanted; what the system says is for whoever keeps the machine.
  const isSystems = fault.syscall !== undefined;
  const why = isSystems ? fault.message : fault.stack;
  say(`banxin: the program cannot be made ready: ${why}`, `banxin: 程序没有准备好：${why}`);
  if (fault.code === 'EMFILE' || fault.code === 'ENFILE') {
    say('  hint: Let it open more files (ulimit -n).', '  建议：允许它打开更多文件（ulimit -n）');
  } else if (isSystems) {
    const dist = join(root, 'dist');
    say(
      `  hint: Make room, or run it once as someone who may write ${dist}.`,
      `  建议：腾出空间，或者由可以写入“${dist}”的人运行一次`,
    );
  }
  process.exit(2);
}
