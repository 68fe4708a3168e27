import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** The program and its output. */
export const OUTPUT = {
  fault: {
    messages: [['<what>', '程序出错：<what>']],
  },
  'output-unwritable': {
    messages: [
      [
        '<folder>, where pictures lie unpacked, cannot be written: <reason:reason>',
        '图片解开后放在“<folder>”，那里无法写入：<reason>',
      ],
      ['<folder> cannot be written: <reason:reason>', '无法写入“<folder>”：<reason>'],
      ['<folder> is the folder of the issue itself', '“<folder>”是本期稿件所在的文件夹，不能写入'],
    ],
    hints: [
      ['Build again: it is made anew.', '再生成一次：它会重新做'],
      [
        'Make room or correct the rights, or name another folder with --out.',
        '腾出空间或改正权限，或者用--out另写一个文件夹',
      ],
      [
        'Make room or correct the rights, or name another folder by TMPDIR.',
        '腾出空间或改正权限，或者用TMPDIR另指一个文件夹',
      ],
      ['Name another folder with --out.', '用--out另写一个文件夹'],
    ],
  },
  'output-left': {
    messages: [
      ['<folder> is still called <path>: <reason:reason>', '“<folder>”现在还叫“<path>”：<reason>'],
      ['<path> of an earlier build cannot be taken away: <reason:reason>', '上次生成留下的“<path>”清不掉：<reason>'],
    ],
    hints: [['Correct the rights, or do it by hand.', '改正权限，或者动手处理']],
  },
} as const satisfies Partial<Record<Code, Said>>;
