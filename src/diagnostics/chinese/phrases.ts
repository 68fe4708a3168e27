/** What stands in holes and is Chinese too: kinds of things, places, reasons, lists of names. */
import { FINDINGS } from './findings.js';
import type { Form, Lists } from './forms.js';
import { PDF } from './pdf.js';
import { VALUES } from './values.js';

/** Hints that any code may have: the name that was meant, or all there are. */
export const SUGGESTIONS: readonly Form[] = [
  ['Did you mean `<name>`?', '是不是`<name>`？'],
  ['There is none yet.', '现在一个也没有'],
  ['On no page yet: <names:known>.', '还没有上版的：<names>'],
  ['Known: <names:known>.', '现有：<names>'],
];

/** Lists of forms by the names that holes give them. */
export const LISTS = {
  ...VALUES,
  ...FINDINGS,
  ...PDF,
  known: [
    ['`<one>`, <rest:known>', '`<one>`、<rest>'],
    ['`<one>` …', '`<one>`……'],
    ['`<one>`', '`<one>`'],
  ],
  listed: [
    ['<one>, <rest:listed>', '<one>、<rest>'],
    ['<one>', '<one>'],
  ],
  quoted: [
    ['`<one>`, <rest:quoted>', '“<one>”、<rest>'],
    ['`<one>`', '“<one>”'],
  ],
  curly: [
    ['“<one>”, <rest:curly>', '“<one>”、<rest>'],
    ['“<one>”', '“<one>”'],
  ],
  lacks: [
    ['`<template>` <why:missing>; <rest:lacks>', '“<template>”<why>；<rest>'],
    ['`<template>` <why:missing>', '“<template>”<why>'],
  ],
  missing: [
    ['has no slot for `<slot>`', '没有能放“<slot>”的版位'],
    ['does not know the size (`mm`) of `<slot>`', '不知道“<slot>”的尺寸（`mm`）'],
    ['takes <most> pieces in its free region, and `<slot>` is one more', '的自由区最多放<most>件，“<slot>”放不下了'],
  ],
  place: [
    ['page <pages>, slot <slots:curly>', '第<pages>版版位<slots>'],
    ['page <pages>', '第<pages>版'],
  ],
  pages: [
    ['one page', '单版'],
    ['two pages', '通版'],
  ],
  columns: [
    ['columns', '栏'],
    ['column', '栏'],
  ],
  side: [
    ['left', '左边'],
    ['right', '右边'],
  ],
  part: [
    ['headline', '标题'],
    ['kicker', '引题'],
    ['deck', '副题'],
    ['byline', '署名'],
    ['standfirst', '提要'],
    ['caption', '图片说明'],
    ['credit', '图片署名'],
    ['masthead', '报头'],
    ['strip', '天线'],
    ['folio', '报眉'],
    ['imprint', '报脚'],
  ],
  slotkind: [
    ['story', '稿件'],
    ['photo', '图片'],
    ['teaser', '导读'],
    ['advertisement', '广告'],
  ],
  copy: [
    ['article', '稿件'],
    ['continuation', '转版的下文'],
    ['teaser', '导读'],
    ['advertisement', '广告'],
  ],
  markdown: [
    ['a list', '列表'],
    ['HTML', 'HTML'],
    ['a note', '批注'],
    ['a block of code', '代码块'],
    ['a passage that may be left out', '可删的文字'],
    ['code', '代码'],
    ['a quotation', '引文'],
    ['a crosshead', '小标题'],
    ['a line without >', '行首没有>的行'],
    ['a ＞ that makes no quotation', '不成引文的＞'],
    ['a rule', '分隔线'],
    ['a picture', '图片'],
    ['a QR code', '二维码'],
    ['a QR code among other text', '同别的文字连在一起的二维码'],
    ['a link', '链接'],
    ['a link’s address', '链接的网址'],
    ['a line break inside a paragraph', '段内换行'],
    ['Markdown of this kind', '这种Markdown写法'],
    ['so much emphasis within emphasis', '这样层层套叠的强调'],
    ['a # that makes no crosshead', '不成小标题的#'],
    ['a heading of this depth', '这一级标题'],
    ['an underlined heading', '用下划线表示的标题'],
    ['a table', '表格'],
  ],
  control: [
    ['a soft hyphen', '软连字符'],
    ['a zero-width space', '零宽空格'],
    ['a zero-width non-joiner', '零宽不连字符'],
    ['a zero-width joiner', '零宽连字符'],
    ['a byte order mark', '字节顺序标记'],
    ['a line separator', '行分隔符'],
    ['a control character', '控制字符'],
  ],
  /** Why a page cannot be made up. */
  reasons: [
    ['<one:impossible>; <rest:reasons>', '<one>；<rest>'],
    ['<one:impossible>', '<one>'],
  ],
  impossible: [
    ['story “<article>” in slot “<slot>” finds room at no height', '版位“<slot>”的稿件“<article>”多高都排不下'],
    ['what stands in slot “<slot>” finds room at no height', '版位“<slot>”的内容多高都排不下'],
    [
      'slot “<slot>” is divided into <n> columns of <measure> characters, and has room for <most> at most, of <least>',
      '版位“<slot>”要分<n>栏，每栏只有<measure>字，最多只能分<most>栏（每栏<least>字）',
    ],
    [
      'story “<article>” in slot “<slot>” needs at least <least> lines, and has <most> at most',
      '版位“<slot>”的稿件“<article>”至少要<least>行，最多只有<most>行',
    ],
    [
      'what stands in slot “<slot>” needs at least <least> lines, and has <most> at most',
      '版位“<slot>”的内容至少要<least>行，最多只有<most>行',
    ],
  ],
  unreadable: [
    ['it has changed since the issue was read: build again', '读入以后又改过：再生成一次'],
    ['it does not separate into four inks', '分不成四色'],
  ],
  /** Why a folder cannot be written. */
  reason: [
    ['you may not write there', '没有写入权限'],
    ['the disk is read-only', '磁盘是只读的'],
    ['the disk is full', '磁盘已满'],
    ['the disk has a fault', '磁盘出错'],
    ['no file may be so large there', '那里不许有这么大的文件'],
    ['too many files are open', '打开的文件太多'],
    ['the disk’s quota is used up', '磁盘配额已用完'],
    ['a folder on the way to it cannot be made, or was taken away', '路径上有文件夹建不了，或者被拿走了'],
    ['a file stands where a folder must be', '该是文件夹的地方是一个文件'],
    ['a folder stands where a file must be', '该是文件的地方是一个文件夹'],
    ['its links lead in a circle', '链接绕成了圈'],
    ['it is in use, or a disk of its own', '它正在使用，或者单独是一个磁盘'],
    ['the name is too long', '名称太长'],
    ['a picture kept for it was changed meanwhile', '为它留存的图片中途被改动'],
  ],
} as const satisfies Lists;
