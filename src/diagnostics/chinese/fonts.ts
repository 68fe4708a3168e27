import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** Fonts, and characters that they lack. */
export const FONTS = {
  'fonts-unreadable': {
    messages: [['the list of fonts <file> cannot be read', '无法读取字体清单“<file>”']],
    hints: [['Each font set has a file fonts.yaml.', '每套字体都要有一个fonts.yaml']],
  },
  'font-missing': {
    messages: [['Font of the role “<role>”: <file> is not there.', '字体“<role>”：找不到文件“<file>”']],
    hints: [
      ['Run `npm ci`.', '运行`npm ci`'],
      ['Put the file beside fonts.yaml or correct its name.', '把文件放到fonts.yaml旁边，或者改正文件名'],
    ],
  },
  'font-format': {
    messages: [
      ['Font of the role “<role>”: <file> is WOFF2.', '字体“<role>”：“<file>”是WOFF2格式，不能用'],
      ['Font of the role “<role>”: <file> is no font.', '字体“<role>”：“<file>”不是字体文件'],
    ],
    hints: [
      ['Give the same font as TTF, OTF, TTC or WOFF.', '换成同一字体的TTF、OTF、TTC或WOFF文件'],
      ['Give a TTF, OTF, TTC or WOFF file.', '换成TTF、OTF、TTC或WOFF文件'],
    ],
  },
  'font-damaged': {
    messages: [
      ['Font of the role “<role>”: <file> breaks off.', '字体“<role>”：“<file>”不完整'],
      ['Font of the role “<role>”: <file> lacks the table “<table>”.', '字体“<role>”：“<file>”缺“<table>”表'],
      [
        'Font of the role “<role>”: <file> is damaged: by its checksums not all is right in <tables:listed>.',
        '字体“<role>”：“<file>”坏了，按文件自带的校验和，<tables>有错',
      ],
      [
        'Font of the role “<role>”: <file> is damaged: not all that pages need of it can be read.',
        '字体“<role>”：“<file>”坏了，排版要用的内容有的读不出来',
      ],
    ],
    hints: [
      ['Copy or download the file again: it did not come as a whole.', '文件没有传完整，重新复制或下载'],
      [
        'Copy or download the file again; where its maker gave it out so, name it as <name>.',
        '重新复制或下载；如果厂家给的就是这样，就写成<name>',
      ],
      [
        'Copy or download the file again, or take another file of the same font.',
        '重新复制或下载，或者换一个同样的字体文件',
      ],
      ['Take another file of the same font.', '换一个同样的字体文件'],
    ],
  },
  'font-sum': {
    messages: [
      ['Font of the role “<role>”: <file> is packed: it needs no sum.', '字体“<role>”：“<file>”是压缩格式，不用写sum'],
      [
        'Font of the role “<role>”: <file> is not the font that was meant: its sum is not <sum>.',
        '字体“<role>”：“<file>”不是指定的那个文件，算出来的sum不是<sum>',
      ],
    ],
    hints: [
      ['Leave out `sum`.', '去掉`sum`'],
      [
        'Copy or download the file again; where another one is meant, write sum: <sum>.',
        '重新复制或下载；如果要换成这个文件，就写sum: <sum>',
      ],
    ],
  },
  'font-member': {
    messages: [
      ['Font of the role “<role>”: <file> holds several fonts.', '字体“<role>”：“<file>”里有几种字体'],
      ['Font of the role “<role>”: <file> holds no font of that name.', '字体“<role>”：“<file>”里没有这个名字的字体'],
      [
        'Font of the role “<role>”: <file> names one font of a file that is one font.',
        '字体“<role>”：“<file>”只有一种字体，不用指名',
      ],
    ],
    hints: [
      ['Add `#` and the PostScript name of the one meant.', '后面加上`#`和所用字体的PostScript名'],
      ['It holds <names:listed>.', '里面有<names>'],
      ['Leave out `#` and what follows it.', '去掉`#`和后面的字'],
    ],
  },
  'font-variable': {
    messages: [
      [
        'Font of the role “<role>”: <file> is a variable font; its default weight prints.',
        '字体“<role>”：“<file>”是可变字体，印出来是默认字重',
      ],
    ],
    hints: [['Give the static font of the weight meant.', '换成所需字重的静态字体']],
  },
  'glyph-missing': {
    messages: [
      ['no font of the role “<role>” has “<character>” (<code>)', '字体“<role>”：字库中没有“<character>”（<code>）'],
    ],
    hints: [
      [
        'add a font that has it to the role in fonts.yaml, or write another character',
        '在fonts.yaml里给它补一个有这个字的字体，或者换一个字',
      ],
    ],
  },
  'glyph-fallback': {
    messages: [
      [
        "the first font of the role “<role>” lacks “<character>” (<code>); a fallback's glyph is printed",
        '字体“<role>”：主字库中没有“<character>”（<code>），用了补字字体的字',
      ],
    ],
    hints: [['look at it on the proof', '看大样时留意这个字']],
  },
} as const satisfies Partial<Record<Code, Said>>;
