import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** Make-up faults. */
export const FAULTS = {
  'picture-cropped': {
    messages: [
      [
        'the picture in slot “<slot>” fills <shown> % of its place, and should fill <least> %',
        '版位“<slot>”的图片只占图位的<shown>%，至少应占<least>%',
      ],
      [
        '<shown> % of the picture in slot “<slot>” is shown, and <least> % should be',
        '版位“<slot>”的图片只露出<shown>%，至少应露出<least>%',
      ],
    ],
    hints: [
      [
        'take a picture of another shape, shorten the text on the page, or let `keep` in the template be less',
        '换一张形状合适的图片，或者删短版上的文字，或者调低模板里的`keep`',
      ],
    ],
  },
  'headlines-clash': {
    messages: [
      [
        '<place:place>: 碰题: two headlines of one face and size stand side by side: “<one>” and “<other>”',
        '<place>：碰题：两条标题并排，字体字号相同：“<one>”和“<other>”',
      ],
    ],
    hints: [
      [
        'give one another style, another number of lines, a box, or a vertical headline',
        '给其中一条换样式、改行数、加框，或者改成竖题',
      ],
    ],
  },
  'lead-outweighed': {
    messages: [
      [
        '<place:place>: 主次不分: the headline “<one>” is no smaller than the lead’s, “<lead>”',
        '<place>：主次不分：标题“<one>”不比头条的“<lead>”小',
      ],
    ],
    hints: [
      [
        'shorten the lead’s headline, or give the other story a smaller style',
        '把头条的标题改短，或者给另一篇换字号小些的样式',
      ],
    ],
  },
  'headline-lines': {
    messages: [
      [
        'the headline in slot “<slot>” is too long: it takes <lines> lines, and its style allows <most>',
        '版位“<slot>”的标题太长：要排<lines>行，样式最多<most>行',
      ],
    ],
    hints: [['cut about <n> of its characters, or give the slot more columns', '标题约删<n>字，或者给版位多几栏']],
  },
  'headline-small': {
    messages: [
      [
        'the headline in slot “<slot>” is too long: it is set at <size> pt, and its style begins at <least> pt',
        '版位“<slot>”的标题太长：缩到了<size> pt，样式最小<least> pt',
      ],
    ],
    hints: [['cut about <n> of its characters, or give the slot more columns', '标题约删<n>字，或者给版位多几栏']],
  },
  'headline-short': {
    messages: [
      [
        '<place:place>: 题不盖文: the headline “<text>” does not stand over its whole story',
        '<place>：题不盖文：标题“<text>”没有盖住全文',
      ],
    ],
    hints: [
      [
        'set it across all the story’s columns, or say in the template that it stands beside the text',
        '让标题横跨稿件各栏，或者在模板里写明标题在文旁',
      ],
    ],
  },
  'through-gutter': {
    messages: [
      [
        '<place:place>: 通缝: on the right a gutter runs the whole height of the page',
        '<place>：通缝：右边的栏缝从头通到底',
      ],
    ],
    hints: [
      [
        'let a story, a picture or a headline cross it: give one band of the template other widths, or a free region wider pieces',
        '让稿件、图片或标题跨过它：把模板里某一层的宽度改一改，自由区就让稿件可以排得更宽',
      ],
    ],
  },
  'corners-one-sided': {
    messages: [
      [
        '<place:place>: 四角失衡: headlines and pictures stand in the corners of the page’s <side:side> side only',
        '<place>：四角失衡：标题和图片只出现在版面<side>的角上',
      ],
    ],
    hints: [['put a picture or a strong headline into a corner of the other side', '在另一边的角上放图片或醒目的标题']],
  },
  'column-broken': {
    messages: [
      [
        '<place:place>: 断栏: text leaps out of order or over a headline or picture before “<text>”',
        '<place>：断栏：正文排到“<text>”时乱了顺序，或者越过了标题、图片',
      ],
      [
        '<place:place>: 断栏: a row of a table is parted by a column’s end before “<text>”',
        '<place>：断栏：表格的一行排到“<text>”时被栏尾断开了',
      ],
    ],
    hints: [
      [
        'let the text run on under the picture from the column’s top, or move the picture to the column’s head or foot',
        '让正文从栏顶起顺着排到图片下面，或者把图片移到栏头、栏尾',
      ],
      [
        'write less in its cells, or give the story wider or longer columns',
        '格里少写几个字，或者让稿件的栏宽一些、长一些',
      ],
    ],
  },
  'crosshead-at-foot': {
    messages: [
      [
        '<place:place>: 背题: the crosshead “<text>” stands at the foot of a column, away from its text',
        '<place>：背题：小标题“<text>”落在栏尾，与下文分开了',
      ],
      [
        '<place:place>: 背题: the head of a table, “<text>”, stands at the foot of a column, away from its rows',
        '<place>：背题：表头“<text>”落在栏尾，与下面各行分开了',
      ],
    ],
    hints: [
      ['add or take away a few lines before it, or take the crosshead away', '在它前面增删几行，或者去掉这个小标题'],
      ['add or take away a few lines before it', '在它前面增删几行'],
    ],
  },
  'character-alone': {
    messages: [
      [
        '<place:place>: 孤字: “<text>” stands alone on the last line of a paragraph',
        '<place>：孤字：段末一行只有“<text>”',
      ],
      [
        '<place:place>: 孤字: “<text>” stands alone on a line of the <part:part>',
        '<place>：孤字：<part>有一行只有“<text>”',
      ],
    ],
    hints: [['add or take away a word or two', '增删一两个词']],
  },
} as const satisfies Partial<Record<Code, Said>>;
