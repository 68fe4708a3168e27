import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** Manuscripts and their pictures. */
export const MANUSCRIPTS = {
  'front-matter': {
    messages: [
      ['front matter between two lines of --- must come first', '稿件开头缺文首信息，它写在两行---之间'],
      ['the front matter that begins here does not end', '从这里开始的文首信息没有结束'],
    ],
    hints: [
      ['Write a line --- after it; the body stands below that.', '在它后面写一行---，正文写在---下面'],
      [
        'Begin with a line ---, then headline: …, then another line ---, then the body.',
        '先一行---，再headline: …，再一行---，然后是正文',
      ],
    ],
  },
  'headline-empty': {
    messages: [['the headline is empty', '标题是空的']],
    hints: [['A story cannot be printed without one.', '没有标题不能见报']],
  },
  'body-empty': {
    messages: [
      [
        '`<article>` has no body, but stands in the story slot `<slot>`',
        '稿件“<article>”没有正文，却排在稿件版位“<slot>”',
      ],
    ],
    hints: [['Write the story below the second --- line.', '正文写在第二行---下面']],
  },
  'markdown-unknown': {
    messages: [
      ['<what:markdown> cannot stand in a story', '稿件里不能有<what>'],
      ['<what:markdown> cannot stand in a quotation', '引文里不能有<what>'],
      ['<what:markdown> cannot stand in a crosshead', '小标题里不能有<what>'],
      ['<what:markdown> cannot stand in a table', '表格里不能有<what>'],
    ],
    hints: [
      [
        'Write paragraphs; for a number as text put a backslash before its point (1\\.) or write 1、.',
        '写成段落；段首的编号写1、，或者在点前加反斜杠（1\\.）',
      ],
      [
        'Take it away, or write it after a # in the front matter: there it does not print.',
        '删去，或者写到文首信息里的#后面：那里写的不印',
      ],
      ['Write plain paragraphs; a lone < is written \\<.', '写成普通段落；单个<写\\<'],
      ['Write plain paragraphs.', '写成普通段落'],
      [
        'Write it in a paragraph of its own, without > and |, with an empty line before and after it.',
        '单独写成一段，不带>和|，前后各空一行',
      ],
      ['Leave an empty line before and after it.', '前后各空一行'],
      [
        'Mark whole paragraphs by ~~, or sentences of them; tildes that shall print are written \\~.',
        '可删的只能是正文的段落，或者段落里的句子；要印出来的波浪号写\\~',
      ],
      ['Remove the `.', '删去反引号（`）'],
      ['Begin the line with one >; quote inside it with “ ”.', '行首只写一个>，引文里再引用，用引号“ ”'],
      ['Leave an empty line after the quotation, and write ## without >.', '引文后面空一行，再写##，前面不要>'],
      ['A line of nothing but > begins a new paragraph or stanza.', '另起一段或一节，中间留一行，只写>'],
      [
        'Begin each line of the quotation with >; leave an empty line before what is not of it.',
        '引文的每一行都以>开头；不是引文的，前面空一行',
      ],
      [
        'Begin each line of a quotation with one half-width > and a space.',
        '引文的每一行以一个半角的>开头，后面空一格',
      ],
      ['Use a crosshead (## …) to part the story.', '分段用小标题（## …）'],
      [
        'Name it under `pictures:` in the front matter; the address of a QR code begins with https://.',
        '图片写在文首信息的`pictures:`下；二维码的网址以https://开头',
      ],
      [
        'Print cannot follow links: write the address as text, without < > and [ ]( ).',
        '报纸上点不了链接：网址写成文字，不用< >和[ ]( )',
      ],
      ['Print cannot follow links: write the text without brackets.', '报纸上点不了链接：只写文字，不用方括号'],
      ['Remove it.', '删去'],
      ['Leave an empty line to begin a new paragraph.', '另起一段要空一行'],
      [
        'Put stars round a word once; stars that shall print are written \\*.',
        '词语两边的星号只加一层；要印出来的星号写\\*',
      ],
      ['The headline stands in the front matter; a crosshead is written ## ….', '标题写在文首信息里；小标题写## …'],
      ['A crosshead is written ## ….', '小标题写## …'],
      [
        'A crosshead is written with half-width ## and a space; a # that shall print is written \\#.',
        '小标题写## …，#用半角，后面空一格；要印出来的#写\\#',
      ],
      [
        'Leave an empty line after the quotation, and write the table without >.',
        '引文后面空一行，再写表格，前面不要>',
      ],
    ],
  },
  'table-form': {
    messages: [
      ['a table without a row of dashes', '表头下面没有短横线一行'],
      ['a table begins within a paragraph', '表格连在段落里'],
      ['the row of dashes is not written in half-width marks', '表头下的短横线一行不是半角'],
      ['a table without rows under its head', '表格只有表头，没有内容'],
      ['a table of one column', '表格只有一列'],
    ],
    hints: [
      ['Write | --- | --- | under its head, without an empty line.', '紧接着表头写一行| --- | --- |，中间不空行'],
      ['Leave an empty line before the table.', '表格前面空一行'],
      [
        'Write | --- | :---: | ---: | with half-width | - and :.',
        '写成| --- | :---: | ---: |，竖线、短横、冒号都用半角',
      ],
      ['Write the rows under the dashes, or take the table away.', '在短横线下面写各行，或者删去表格'],
      ['Write paragraphs.', '写成段落'],
    ],
  },
  'table-ragged': {
    messages: [
      [
        'cells in this row: <found>; in the row of dashes: <wanted>',
        '这一行有<found>格，表头下的短横线一行有<wanted>格',
      ],
      [
        'cells in the row of dashes: <found>; in the others: <wanted>',
        '表头下的短横线一行有<found>格，别的各行有<wanted>格',
      ],
    ],
    hints: [
      ['Write --- for each column, parted by |.', '每一列写一个---，用|隔开'],
      ['Leave an empty line after a table; in it part the cells by |.', '表格后面空一行；表格里各格用|隔开'],
      [
        'Write as many cells in each row: an empty one is | |, and a bar that shall print is \\|.',
        '每行格数要一样：空格子写| |，要印出来的竖线写\\|',
      ],
    ],
  },
  'paragraphs-joined': {
    messages: [
      ['the lines before and after this make one paragraph', '这里前后两行连成了一段'],
      ['lines with tabs are no table: they print as one paragraph', '用制表符隔开的几行不是表格，连成了一段'],
    ],
    hints: [
      ['Leave an empty line to begin a new paragraph.', '另起一段要空一行'],
      [
        'Write a table: first `<head>`, then `<dashes>`, then its other rows.',
        '写成表格：第一行`<head>`，第二行`<dashes>`，往下一行一行照样写',
      ],
    ],
  },
  'crosshead-alone': {
    messages: [['no text stands under this crosshead', '这个小标题下面没有正文']],
    hints: [['Write text under it, or take it away.', '在它下面写正文，或者删去它']],
  },
  'comment-swallowed': {
    messages: [
      ['`<text>` prints nowhere: after a space # begins a comment', '`<text>`印不出来：空格后面的#是注释的开头'],
    ],
    hints: [
      [
        'Put the whole text in quotes; a comment proper has a space after its #.',
        '整句加引号；真是注释，就在#后面空一格',
      ],
    ],
  },
  'markdown-stars': {
    messages: [
      ['<mark:word> stands here as text', '这里的<mark>成了文字'],
      ['`<mark>` prints as it stands here', '这里的`<mark>`会照样印出来'],
    ],
    hints: [
      ['Take it away; a space in a headline is where it may part.', '删去；标题里要断开的地方打一个空格'],
      ['Take it away; only in a story’s text are there passages that may be left out.', '删去；可删的文字只能在正文里'],
      [
        'Close the **, with no space inside it; stars that shall print are written \\*.',
        '前后都要有**，里面贴着文字不空格；要印出来的星号写\\*',
      ],
      [
        'Close the ~~, with no space inside it; tildes that shall print are written \\~.',
        '前后都要有~~，里面贴着文字不空格；要印出来的波浪号写\\~',
      ],
      ['Words in Hei stand between half-width **.', '要加粗的文字，前后打半角的**'],
      ['A passage that may be left out stands between half-width ~~.', '可删的文字，前后打半角的~~'],
      [
        'A QR code is written ![words](https://…), in half-width marks and with no space in the address.',
        '二维码用半角符号写：`![说明](https://…)`，网址里不能有空格',
      ],
    ],
  },
  'text-control': {
    messages: [['<what:control> (<code>) was left out', '略去了<what>（<code>）']],
    hints: [['Delete it; it came with text copied from elsewhere.', '把它删掉：它是从别处复制文字时带来的']],
  },
  'text-damaged': {
    messages: [
      ['half a character stands here (<code>)', '这里只有半个字（<code>）'],
      ['a character was lost here when the text was converted (U+FFFD)', '转换编码时，这里丢了一个字（U+FFFD）'],
    ],
    hints: [['Type the character again.', '重打这个字']],
  },
  'stop-half-width': {
    messages: [['a half-width full stop stands among Chinese', '汉字中间有半角句点']],
    hints: [['Type 。, or · inside a foreign name.', '句号打全角的，外国人名中间打间隔号（·）']],
  },
  'quote-unpaired': {
    messages: [
      ['a straight quotation mark without its partner', '直引号不成对'],
      ['<mark> is not closed', '<mark>没有后一半'],
      ['<mark> closes nothing', '<mark>没有前一半'],
      ['<mark> stands within another one', '<mark>套着<mark>'],
    ],
    hints: [
      ['Type “ or ”.', '改用中文引号“ ”'],
      [
        'Type <partner> where it ends; where it goes on, begin the next paragraph with <mark>, too.',
        '在它结束的地方打<partner>；下一段还没完的，下一段开头也打<mark>',
      ],
      ['Type <partner> where it ends, or delete it.', '在它结束的地方打<partner>，或者删去'],
      ['Type <partner> before it, or delete it.', '在它前面补上<partner>，或者删去'],
      [
        'Type <partner> if the quotation ends here; one within another has marks of the other kind.',
        '引文到这里为止的，改成<partner>；引号里再用引号，换另一种',
      ],
    ],
  },
  'mark-mistyped': {
    messages: [
      ['dots in a row make no Chinese ellipsis', '几个点不是省略号'],
      ['an ellipsis of so many dots is no Chinese one', '省略号的点数不对'],
      ['lines in a row make no Chinese dash', '几条短横不是破折号'],
      ['half a dash stands here', '这里只有半个破折号'],
      ['this dot is not that of foreign names', '这个点不是外国人名中间的间隔号'],
      ['this is not the zero of Chinese numerals', '这不是汉字数字里的〇'],
      ['a hyphen joins quantities or times', '数量、时间的起止打成了短横'],
      ['a stop ends the headline', '标题末尾有句号、逗号'],
    ],
    hints: [
      ['Type ……, two signs of three dots each.', '打……（两个三连点，共六点）'],
      ['Type ——, two signs of one character each.', '打——（占两字）'],
      ['Type · (U+00B7).', '打·（U+00B7）'],
      ['Type 〇 (U+3007).', '打〇（U+3007）'],
      ['Type ～ between quantities, — between times.', '数量之间打～，时间之间打—'],
      ['Delete it.', '删去'],
    ],
  },
  'marks-doubled': {
    messages: [['marks stand in a row of which one is enough', '几个标点连在一起，留一个就够']],
    hints: [
      ['Leave one of them.', '只留一个'],
      ['Leave three at most.', '最多留三个'],
    ],
  },
  'qr-link': {
    messages: [
      [
        'a link of <n> characters makes a QR code too dense for newsprint',
        '网址有<n>个字符，二维码太密，新闻纸上印不清',
      ],
    ],
    hints: [
      [
        'Shorten it to <most> at most, or give an address that leads on to it.',
        '缩短到<most>个以内，或者换成会跳转过去的短网址',
      ],
    ],
  },
  'picture-format': {
    messages: [
      ['<file> is no picture that can be read', '“<file>”不是可用的图片'],
      ['<file> is in Lab colours, which cannot be read here', '“<file>”是Lab颜色模式，读不了'],
      ['<file> is <format>, which cannot be printed', '“<file>”是<format>格式，不能印'],
      ['<file> holds <n> frames or pages; none is the one meant', '“<file>”里有<n>帧（页），不知用哪一帧'],
      ['<file> holds <n> pages; none is the one meant', '“<file>”有<n>页，不知用哪一页'],
      ['<file> is locked by a password', '“<file>”加了密码'],
      [
        '<file> paints its own parts over and over (forms within forms), more than can be followed',
        '“<file>”里的表单层层互相调用，次数太多，处理不了',
      ],
    ],
    hints: [
      ['Export the one to print as a still picture.', '把要印的那一帧导出为静态图片'],
      ['Save the one to print as a PDF of its own.', '把要印的那一页另存为一个PDF'],
      ['Save it in RGB or CMYK.', '转成RGB或CMYK再存'],
      ['Have it saved without one.', '让制作方去掉密码再发'],
      ['Have it saved anew, or send it as a picture.', '让制作方重新输出，或改发图片'],
      ['Save it as JPEG, PNG, TIFF, WebP or PDF.', '另存为JPEG、PNG、TIFF、WebP或PDF'],
      [
        'Save photographs as JPEG, PNG, TIFF or WebP, drawings as PDF.',
        '照片另存为JPEG、PNG、TIFF或WebP，图表另存为PDF',
      ],
    ],
  },
  'picture-truncated': {
    messages: [['<file> breaks off or is damaged', '“<file>”不完整或者已损坏']],
    hints: [['Copy the file again from where it came.', '从原处重新复制一份']],
  },
  'picture-size': {
    messages: [['<file> has <width> × <height> pixels', '“<file>”有<width> × <height>像素']],
    hints: [
      [
        'A picture has at least <n> pixels each way; is this the right file?',
        '图片每边至少要有<n>像素；看是不是拿错了文件',
      ],
      [
        'A whole newspaper page at 300 dpi has 30 megapixels: scale it down.',
        '300 dpi的整版图片也只有3000万像素：把它缩小',
      ],
    ],
  },
  'picture-missing': {
    messages: [
      [
        '`<article>` has no picture, but stands in the photo slot `<slot>`',
        '稿件“<article>”没有图片，却排在图片版位“<slot>”',
      ],
    ],
    hints: [['Name one under `pictures:` in its front matter.', '在它的文首信息`pictures:`下写一张图片']],
  },
  'picture-unused': {
    messages: [
      ['the slot `<slot>` on page <page> has no place for this picture', '第<page>版的版位“<slot>”没有地方放这张图片'],
    ],
    hints: [
      ['Give the slot a `picture:`, or place the article elsewhere.', '给版位写上`picture:`，或者把稿件排到别处'],
    ],
  },
} as const satisfies Partial<Record<Code, Said>>;
