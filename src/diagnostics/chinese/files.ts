import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** Files and YAML. */
export const FILES = {
  'file-missing': {
    messages: [
      ['the folders of <file> are parted by \\', '“<file>”里的文件夹用\\隔开了'],
      ['there is no picture <file>', '找不到图片“<file>”'],
      ['there is no <file>', '找不到文件“<file>”'],
    ],
    hints: [
      ['Put the file into the issue’s folder, under photos/.', '把文件放进本期文件夹的photos/下'],
      ['Put the file into the paper’s folder, beside paper.yaml.', '把文件放进报纸的文件夹，与paper.yaml放在一起'],
      ['Write `<file>`.', '写成`<file>`'],
      ['What is called so is no file, or a link that leads nowhere.', '叫这个名字的不是文件，或者是断了的链接'],
      ['Each issue has one: copy it from another.', '每期都要有：从别的一期照抄一份'],
      ['`<file>` is there: call it issue.yaml.', '文件夹里有`<file>`：改名为issue.yaml'],
      ['A paper has one: copy it from another under layouts/.', '每份报纸都要有：从layouts/下别的报纸照抄一份'],
    ],
  },
  'file-unreadable': {
    messages: [['<file> cannot be read', '无法读取“<file>”']],
    hints: [
      ['Is it a file, and may you read it?', '看它是不是文件，有没有读取权限'],
      ['May you read it?', '看有没有读取权限'],
      ['Is it a folder, and may you read it and go into it?', '看它是不是文件夹，有没有读取、进入的权限'],
    ],
  },
  'file-encoding': {
    messages: [['<file> is not UTF-8', '“<file>”不是UTF-8编码']],
    hints: [
      [
        'Save the file as UTF-8 (without it, GBK text would print as rubbish).',
        '把文件另存为UTF-8编码，否则GBK文字印出来是乱码',
      ],
    ],
  },
  'merge-conflict': {
    messages: [['two versions of the text stand here: a merge was not finished', '合并没有做完：这里并存着两种文字']],
    hints: [
      [
        'Keep one of them, and take away the lines with <<<<<<<, ======= and >>>>>>>.',
        '只留一种，再删去<<<<<<<、=======、>>>>>>>这三行',
      ],
    ],
  },
  'path-outside': {
    messages: [
      ['<file> leads out of the issue’s folder', '“<file>”超出了本期文件夹'],
      ['<file> leads out of the paper’s folder', '“<file>”超出了报纸的文件夹'],
    ],
    hints: [
      ['Put the file into the issue’s folder, under photos/.', '把文件放进本期文件夹的photos/下'],
      ['Put the file into the paper’s folder, beside paper.yaml.', '把文件放进报纸的文件夹，与paper.yaml放在一起'],
      ['Put the file itself into articles/, not a link to it.', '把文件本身放进articles/，不要放链接'],
    ],
  },
  'yaml-syntax': {
    messages: [
      ['this is not YAML: <why:yaml>', 'YAML写法有误：<why>'],
      // The parser's own words, where they are rare.
      ['this is not YAML: <why>', 'YAML写法有误（<why>）'],
    ],
    hints: [
      [
        'Text that holds `: ` or ` #` must stand in quotes: headline: "A: B"; a Chinese colon is full-width.',
        '文字里有`: `或` #`要加引号：headline: "A: B"；中文的冒号打全角的',
      ],
      [
        'A `:` is missing, or text that goes over several lines must stand in quotes.',
        '漏了`:`，或者跨行的文字没有加引号',
      ],
      ['Indent with spaces.', '缩进用空格'],
      ['Quotes that print are “ ”: `<text>`.', '要印出来的引号写“ ”：`<text>`'],
      ['Write a half-width `:` and a space after it: `<key>: …`.', '冒号用半角，后面空一格：`<key>: ……`'],
      ['Begin the keys of one map, and the items of one list, in the same column.', '并列的各项左边要对齐'],
      ['Write half-width brackets: { } and [ ].', '括号用半角：{ }、[ ]'],
      ['Put a map in braces, `{ <map> }`, and text in quotes.', '一组项目加花括号：`{ <map> }`；文字加引号'],
      ['Put a `<mark>` at its end; quotes that print are “ ”.', '在末尾补上`<mark>`；要印出来的引号写“ ”'],
      ['Put a `<mark>` at its end.', '在末尾补上`<mark>`'],
      ['Write `- ` before each item of a list.', '列表的每一项前面写`- `'],
      ['Write a half-width `,` and a space.', '逗号用半角，后面空一格'],
      [
        'Close the bracket or quote before this, or begin the keys of one map in the same column.',
        '补全前面的括号或引号；并列的各项左边要对齐',
      ],
      ['A `:`, a closing quote or a bracket is missing.', '漏了`:`、后引号或括号'],
      ['Text that begins with `*` must stand in quotes.', '以`*`开头的文字要加引号'],
      ['Text with special characters at its beginning must stand in quotes.', '以特殊符号开头的文字要加引号'],
      ['Begin a comment with a half-width `#` and a space.', '注释以半角的`#`开头，后面空一格'],
    ],
  },
  'yaml-duplicate-key': {
    messages: [['`<key>` stands twice here', '`<key>`这一项写了两次']],
    hints: [['Keep one of them.', '只留一个']],
  },
  'yaml-feature': {
    messages: [
      ['more than <n> lists and maps stand within each other here', '这里一层套一层，超过了<n>层'],
      ['a second YAML document begins here', '从这里起是第二个YAML文档'],
      ['<what:feature> cannot be used here', '这里不能用<what>'],
    ],
    hints: [
      ['Is a bracket not closed, or a line indented too far?', '看是不是括号没有补全，或者哪一行缩进太多'],
      ['Remove the `---`.', '删去`---`'],
      ['Text that begins with `<mark>` must stand in quotes.', '以`<mark>`开头的文字要加引号'],
    ],
  },
  'key-unknown': {
    messages: [['`<key>` is not known here', '这里没有`<key>`这一项']],
    hints: [
      ['Write a half-width `:` and a space after it: `<key>: …`.', '冒号用半角，后面空一格：`<key>: ……`'],
      ['`<key>` begins an item of its own: put `- ` before it.', '`<key>`自成一项：前面加`- `'],
      ['Write `<map>`.', '写成`<map>`'],
      ['Only <kinds:choices> has `<key>`.', '只有<kinds>才有`<key>`这一项'],
      ['`<key>` stands beside `<step>:`, not under it.', '`<key>`与`<step>:`并列，不写在它下面'],
      ['`<key>` stands under `<step>:`, not beside it.', '`<key>`写在`<step>:`下面，不与它并列'],
      [
        'Known: <names:known>; names of your own stand under <keys:choices>.',
        '现有：<names>；自己起的名称写在<keys>下面',
      ],
      ['<name:key> <said:value>.', '<name><said>'],
    ],
  },
  'key-missing': {
    messages: [
      ['nothing stands in this file', '文件是空的'],
      ['<name:key> is missing in <holder:key>', '<holder>里缺<name>这一项'],
      ['<name:key> is missing', '缺<name>这一项'],
    ],
    hints: [
      ['Give it, or extend a style that has it.', '补上这一项，或者用`extends`沿用有它的样式'],
      ['It needs <names:known>.', '要写<names>'],
    ],
  },
  'value-invalid': {
    messages: [
      ['the key <name:key> <said:value>', '<name><said>'],
      ['<name:key> <said:value>', '<name><said>'],
    ],
    hints: [
      [
        'Name what stands there, or take the line away: its neighbours have the room.',
        '写上排什么，或者删去这一行，地方让给相邻的版位',
      ],
      ['Put it in quotes: "<value>".', '加上引号："<value>"'],
      ['Write a list: [<items>].', '写成列表：[<items>]'],
      ['Write `<key>:`, with a colon.', '写成`<key>:`，带冒号'],
      ['Write a list, each item of which begins with `- <key>:`.', '写成列表，每一项以`- <key>:`开头'],
      [
        'Text that holds `: ` or ` #` must stand in quotes: headline: "A: B"; a Chinese colon is full-width.',
        '文字里有`: `或` #`要加引号：headline: "A: B"；中文的冒号打全角的',
      ],
      ['Take it out of the colours, not black.', '减青、品、黄，不减黑'],
      ['Take away the `- ` before its keys.', '各项前面不要`- `'],
      [
        'A picture stands under `pictures:` of an article; an advertisement is {advertisement: photos/….jpg}.',
        '图片写在稿件的`pictures:`下面；广告写{advertisement: photos/….jpg}',
      ],
      ['Take the quotes away: <value>.', '去掉引号：<value>'],
      ['Leave it out, or give a range.', '不写，或者写一个范围'],
      ['Write a half-width `:` and a space after it: `<key>: …`.', '冒号用半角，后面空一格：`<key>: ……`'],
      ['Write the number alone: <value>.', '只写数字：<value>'],
      ['Write half-width brackets: { } and [ ].', '括号用半角：{ }、[ ]'],
      ['Write `{ <map> }`.', '写成`{ <map> }`'],
      ['Part them with half-width commas: `<items>`.', '各项之间用半角逗号：`<items>`'],
      ['Write `<value>`.', '写成`<value>`'],
    ],
  },
} as const satisfies Partial<Record<Code, Said>>;
