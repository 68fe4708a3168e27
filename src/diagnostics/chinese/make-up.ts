import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** Make-up: what finds no room, or leaves it. */
export const MAKE_UP = {
  'page-impossible': {
    messages: [
      [
        'page <pages>: no template of <templates:curly> can hold these stories: <reasons:reasons>',
        '第<pages>版：模板<templates>排不下这些稿件：<reasons>',
      ],
      [
        'page <pages>: no template of <templates:curly> can hold these stories',
        '第<pages>版：模板<templates>排不下这些稿件',
      ],
      [
        'nothing stands on page <pages>: story “<article>” ends before it',
        '第<pages>版没有东西可排：稿件“<article>”没到这一版就排完了',
      ],
      ['nothing stands on page <pages>', '第<pages>版没有东西可排'],
    ],
    hints: [
      [
        'shorten what stands over its text or its captions, take away pictures, give the slot more columns or lines, divide it into fewer columns, or choose another layout',
        '把标题、提要或图片说明改短，减图片，把版位放宽、放高，少分几栏，或者换模板',
      ],
      [
        'point to fewer articles, give the slot more columns or lines, or choose another layout',
        '导读少放几篇，把版位放宽、放高，或者换模板',
      ],
      ['widen the heights or widths of its slots, or choose another layout', '放宽各版位的高度或宽度，或者换模板'],
      ['place a story there, or take the page out of the plan', '放上稿件，或者把这一版从计划里去掉'],
    ],
  },
  'jump-not-needed': {
    messages: [
      [
        'story “<article>” ends before page <pages>: nothing is left for slot “<slot>”',
        '稿件“<article>”不到第<pages>版就排完了，版位“<slot>”没有下文可排',
      ],
    ],
    hints: [
      [
        'give the slot to another story; as it is, its neighbours take its place',
        '把版位给别的稿件；不改的话，地方让给相邻的版位',
      ],
    ],
  },
  'line-overfull': {
    messages: [
      ['“<text>” is <n> characters wider than its column in slot “<slot>”', '版位“<slot>”里的“<text>”超出栏宽<n>字'],
      ['“<text>” is wider than its <part:part> in slot “<slot>”', '版位“<slot>”的<part>里，“<text>”超出宽度'],
    ],
    hints: [
      [
        'let it break by a soft hyphen (U+00AD) or a space, shorten it, or give the story wider columns',
        '加软连字符（U+00AD）或空格让它能断行，或者缩短它，或者加宽栏',
      ],
      [
        'let it break by a soft hyphen (U+00AD) or a space, or shorten it',
        '加软连字符（U+00AD）或空格让它能断行，或者缩短它',
      ],
    ],
  },
  'line-loose': {
    messages: [
      [
        'the line “<text>” in slot “<slot>” ends short: what follows it cannot break',
        '版位“<slot>”里的一行“<text>”排不满：后面的词断不开',
      ],
    ],
    hints: [
      [
        'reword the sentence, let a long word break by a soft hyphen (U+00AD), or give the story wider columns',
        '改写这一句，或者在长词里加软连字符（U+00AD），或者加宽栏',
      ],
    ],
  },
  'table-wide': {
    messages: [
      [
        'a table needs a column of <needed> characters, and has <measure> in slot “<slot>”',
        '版位“<slot>”里的表格要栏宽<needed>字，现在是<measure>字',
      ],
    ],
    hints: [
      [
        'give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it',
        '少分几栏（`divide`）或换宽一些的版位，或者减去表格的一列，或者把格里的词写短',
      ],
      [
        'let the story’s picture stand across more columns, and the table stands under it; or give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it',
        '图片多占几栏，表格就能跨栏排在图下；或者少分几栏（`divide`）、换宽一些的版位、减去表格的一列、把格里的词写短',
      ],
      [
        'part the table into several, each with a head of its own: across all columns it takes <lines> lines, and finds <room> at most; or give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it',
        '把表格分成几张，各带表头：跨栏排要<lines>行，最多只有<room>行；或者少分几栏（`divide`）、换宽一些的版位、减去表格的一列、把格里的词写短',
      ],
    ],
  },
  'qr-small': {
    messages: [
      [
        'the squares of a QR code are <side> mm wide in slot “<slot>”, and should be <least> mm',
        '版位“<slot>”里的二维码，小方格只有<side>毫米宽，要<least>毫米才印得清',
      ],
    ],
    hints: [['give it a shorter link, or the story wider columns', '缩短网址，或者加宽栏']],
  },
  overset: {
    messages: [
      [
        'story “<article>” is <lines> lines (<n> characters) too long for page <pages>, slot “<slot>”',
        '第<pages>版版位“<slot>”：稿件“<article>”溢出<lines>行（<n>字）',
      ],
    ],
    hints: [
      [
        'cut about <n> characters, let it jump to a later page, or give the slot more room',
        '约删<n>字，或者转到后面的版，或者放大版位',
      ],
      [
        'cut about <n> characters, or give more room to the slot or to the one on page <page>, where it begins',
        '约删<n>字，或者放大这个版位，或者放大它在第<page>版开头的版位',
      ],
      [
        'cut about <n> characters, or give the slot more room: in this it cannot jump, for no cut would leave four lines on either side',
        '约删<n>字，或者放大版位：现在转不了版，怎么断都不能前后各留四行',
      ],
      [
        'give the slot more height, or the QR code a shorter link: it needs <lines> lines in one column',
        '加高版位，或者缩短二维码的网址：二维码要在一栏里连着排<lines>行',
      ],
    ],
  },
  'passage-left-out': {
    messages: [
      [
        'a passage of story “<article>” (<n> characters) is left out, so that slot “<slot>” comes out',
        '为排好版位“<slot>”，稿件“<article>”删去了一处可删的文字（<n>字）',
      ],
    ],
    hints: [
      [
        'shorten the story elsewhere or give the slot more room, and it is printed; to keep it in any case take its ~~ away',
        '把稿件别处改短，或者放大版位，它就会排上；一定要保留，就去掉前后的~~',
      ],
    ],
  },
  white: {
    messages: [
      [
        'story “<article>” leaves <lines> lines white in page <pages>, slot “<slot>”, and its head takes <more> lines more than it needs',
        '第<pages>版版位“<slot>”：稿件“<article>”空<lines>行，标题还多占<more>行',
      ],
      [
        'story “<article>” is too short for page <pages>, slot “<slot>”, which is at least <height> lines high: it leaves <lines> lines white, and its head takes <more> lines more than it needs',
        '第<pages>版版位“<slot>”至少高<height>行，稿件“<article>”太短，空<lines>行，标题还多占<more>行',
      ],
      [
        'story “<article>” leaves <lines> lines white in page <pages>, slot “<slot>”',
        '第<pages>版版位“<slot>”：稿件“<article>”空<lines>行',
      ],
      [
        'story “<article>” is too short for page <pages>, slot “<slot>”, which is at least <height> lines high: it leaves <lines> lines white',
        '第<pages>版版位“<slot>”至少高<height>行，稿件“<article>”太短，空<lines>行',
      ],
      [
        'the head in slot “<slot>” takes <lines> lines more than it needs',
        '版位“<slot>”的标题多占<lines>行，是稿子太短撑开的',
      ],
      [
        'the teaser in slot “<slot>” has <lines> lines more than it needs',
        '版位“<slot>”的导读用不完给它的地方，空<lines>行',
      ],
      [
        'over the advertisement in slot “<slot>” <lines> lines are white: nothing stands in the slots that share its place',
        '版位“<slot>”的广告上面空<lines>行：同它分一块地方的版位都没有稿件',
      ],
    ],
    hints: [
      ['give a story to one of the empty slots, or choose another layout', '给空着的版位排一篇稿件，或者换一个模板'],
      [
        'place it over or under another slot in `rows`, with a height of <lines> lines at most',
        '放进`rows`，排在别的版位上面或下面，`height`最多写<lines>',
      ],
      [
        'cut about <cut> characters on page <page>, and the story does not jump; or add about <n> characters, or lower the height of its slot',
        '在第<page>版约删<cut>字，就不用转版；或者约添<n>字，或者降低版位的高度',
      ],
      [
        'cut about <cut> characters on page <page>, and the story does not jump; or add about <n> characters, or choose a more pliable layout',
        '在第<page>版约删<cut>字，就不用转版；或者约添<n>字，或者换更灵活的模板',
      ],
      [
        'give a story to one of the empty slots, or add about <n> characters, or lower the height of its slot',
        '给空着的版位排一篇稿件，或者约添<n>字，或者降低版位的高度',
      ],
      [
        'give a story to one of the empty slots, or add about <n> characters, or choose a more pliable layout',
        '给空着的版位排一篇稿件，或者约添<n>字，或者换更灵活的模板',
      ],
      ['add about <n> characters, or lower the height of its slot', '约添<n>字，或者降低版位的高度'],
      ['add about <n> characters, or choose a more pliable layout', '约添<n>字，或者换更灵活的模板'],
    ],
  },
} as const satisfies Partial<Record<Code, Said>>;
