/** The lines that commands print for people, and their refusals, in Chinese. */
import { type Form, type Lists, translated } from '../diagnostics/chinese/forms.js';
import { LISTS } from '../diagnostics/chinese/phrases.js';
import { CHANGES } from '../proof/chinese.js';

/** A line in Chinese; as it is where no form fits. */
export const lineInChinese = (line: string): string => translated(line, LINES, LINE_LISTS) ?? line;

/** All lines. */
export const LINES: readonly Form[] = [
  // build-issue and render-issue
  [
    'page <page>  <template>  <n> stories  <overset:overset>  white <white> lines  passages left out: <passages>  <verdict:verdict>  <file>',
    '第<page>版  <template>  <n>篇  <overset>  空<white>行  删去<passages>处  <verdict>  <file>',
  ],
  [
    'page <page>  <template>  <n> stories  <overset:overset>  white <white> lines  passages left out: <passages>  <file>',
    '第<page>版  <template>  <n>篇  <overset>  空<white>行  删去<passages>处  <file>',
  ],
  [
    'page <page>  <template>  <n> stories  <overset:overset>  white <white> lines  <verdict:verdict>  <file>',
    '第<page>版  <template>  <n>篇  <overset>  空<white>行  <verdict>  <file>',
  ],
  [
    'page <page>  <template>  <n> stories  <overset:overset>  white <white> lines  <file>',
    '第<page>版  <template>  <n>篇  <overset>  空<white>行  <file>',
  ],
  [
    'issue <issue>: <total> ms (load <load>, make up <making>, write <write>, check <check>)',
    '第<issue>期：<total>毫秒（读入<load>，拼版<making>，写出<write>，检查<check>）',
  ],
  ['errors: <errors>, warnings: <warnings>', '共有错误<errors>处，警告<warnings>处'],
  ['nothing was written', '没有写出文件'],
  ['nothing was drawn', '没有画出版面'],
  ['page <page>  <size> pixels  <hash>', '第<page>版  <size>像素  <hash>'],
  ['issue <issue>: <n> pages at <dpi> dpi in <folder>', '第<issue>期：共<n>版，<dpi> dpi，在“<folder>”'],
  // preflight
  [
    '<verdict:passed>  <file>  <standard>: <pages> pages, <fonts> fonts, <n> pictures, ink at most <ink> %<ppi:ppi>',
    '<verdict>  <file>  <standard>：<pages>页，字体<fonts>种，图片<n>张，墨量最高<ink>%<ppi>',
  ],
  ['  page <page>, in artwork: <what> [<check:word>]', '  第<page>页，在广告、图表里：<what> [<check>]'],
  ['  page <page>: <what> [<check:word>]', '  第<page>页：<what> [<check>]'],
  ['  file: <what> [<check:word>]', '  文件：<what> [<check>]'],
  // diff-issue
  ['issue <issue>: no difference', '第<issue>期：没有变化'],
  ['issue <issue>: <n> pages accepted in <folder>', '第<issue>期：<n>版已认可，存在“<folder>”'],
  ['page <page>: <note:note>', '第<page>版：<note>'],
  ['page <page>', '第<page>版'],
  [
    '  <n> pixels differ, by up to <most> of 255, in <names:names>',
    '  <n>个像素不同，相差最多<most>（满值255），在<names>',
  ],
  ['  <name:name>: <changes:changes>', '  <name>：<changes>'],
  ['orphan: <path> belongs to no page or issue', '多余：“<path>”不属于任何一版或一期'],
  ['--update and --against exclude each other', '--update和--against不能同时用'],
  ['issue <issue> cannot be made up', '第<issue>期排不出来'],
  [
    'nothing is accepted for issue <issue>; accept it by: npm run diff-issue <issue> -- --update',
    '第<issue>期还没有认可过的版面；要认可，运行：npm run diff-issue <issue> -- --update',
  ],
  [
    '<file> is missing or damaged, as after a merge; mend it, or accept anew by: npm run diff-issue <issue> -- --update',
    '“<file>”缺少或损坏（如合并之后）；改好它，或者重新认可，运行：npm run diff-issue <issue> -- --update',
  ],
  [
    '<file> is missing or damaged; draw the pages again by render-issue',
    '“<file>”缺少或损坏；用render-issue重新画出版面',
  ],
  ['“<revision>” is no folder of renders and no git revision', '“<revision>”不是版面图的文件夹，也不是git版本'],
  ['revision <revision> draws no pages of issue <issue>', '版本<revision>画不出第<issue>期的版面'],
  ['revision <revision> cannot be drawn: <why>', '版本<revision>画不出来：<why>'],
  // preview
  ['issue <issue>: <url>  (stop with Ctrl-C)', '第<issue>期：<url>  （按Ctrl-C停止）'],
  ['mended', '已改好'],
  ['port <port> is taken; give another with --port, or 0 for any', '端口<port>已被占用；用--port换一个，写0就任选一个'],
  ['cannot listen at <address> (<code>)', '不能在<address>监听（<code>）'],
  // typeset
  ['the fonts of <file> cannot be used', '“<file>”里的字体不能用'],
  ['<file> has no role “<role>”; it has <roles:listed>', '“<file>”里没有字体“<role>”；有<roles>'],
  // The command line
  ['Usage: banxin COMMAND [options]', '用法：banxin COMMAND [options]'],
  ['Commands: <names:listed>', '命令：<names>'],
  ['banxin COMMAND --help tells of each.', 'banxin COMMAND --help说明每个命令'],
  ['--black wants pages, as in 2,3, not “<value>”', '--black要写页码，如2,3，不能写“<value>”'],
  [
    '--trim wants width × height in mm, as in 390x550, not “<value>”',
    '--trim要写毫米的宽×高，如390x550，不是“<value>”',
  ],
  ['there is no <file>', '找不到文件“<file>”'],
  ['<file> is a folder: name the PDFs in it', '“<file>”是文件夹：写里面的PDF文件名'],
  ['<file> cannot be read (<why>)', '无法读取“<file>”（<why>）'],
  ['unknown command “<name>”; there are <names:listed>', '没有命令“<name>”；有<names>'],
  ['a fault of the program: <what>', '程序出错：<what>'],
  ['the system keeps it from going on: <reason:reason> (<what>)', '系统不让它继续：<reason>（<what>）'],
  ['what it has to tell cannot be written (<code>)', '要说的话写不出去（<code>）'],
  ['the folder that it is run in is gone: change into another one', '所在的文件夹已经没有了：换一个文件夹再运行'],
  ["error: missing required argument '<name>'", '错误：缺参数<name>'],
  ["error: option '<option>' argument missing", '错误：选项<option>后面缺值'],
  ["error: unknown option '<option>'\n(Did you mean <name>?)", '错误：没有选项<option>\n（是不是<name>？）'],
  ["error: unknown option '<option>'", '错误：没有选项<option>'],
  ["error: option '<option>' argument '<value>' is invalid. <way:way>", '错误：选项<option>的值“<value>”不对：<way>'],
  [
    "error: too many arguments for '<name>'. Expected <n> arguments but got <given>.",
    '错误：<name>的参数多了：要<n>个，写了<given>个',
  ],
  [
    "error: too many arguments for '<name>'. Expected <n> argument but got <given>.",
    '错误：<name>的参数多了：要<n>个，写了<given>个',
  ],
];

/** What stands in their holes. */
export const LINE_LISTS = {
  overset: [
    ['OVERSET <lines> lines (<n> characters)', '溢出<lines>行（<n>字）'],
    ['no overset', '没有溢出'],
  ],
  verdict: [
    ['preflight ok', '印前检查合格'],
    ['PREFLIGHT FAILED (<n>)', '印前检查不合格（<n>处）'],
  ],
  passed: [
    ['pass', '合格'],
    ['FAIL (<n>)', '不合格（<n>处）'],
  ],
  ppi: [
    [', <ppi> ppi at least', '，图片最低<ppi> ppi'],
    ['', ''],
  ],
  way: [
    ['Allowed choices are <choices:listed>.', '可以写<choices>'],
    ['give page numbers, as in 1,4-5', '写版号，如1,4-5'],
    ['give a whole number, 10 to 600', '写10到600的整数'],
    ['give a port, 0 to 65535', '写端口，0到65535'],
    ['give a width in ems', '写宽度，以字计'],
    ['give a number of lines', '写行数'],
  ],
  listed: [
    ['<one>, <rest:listed>', '<one>、<rest>'],
    ['<one>', '<one>'],
  ],
  reason: LISTS.reason,
  ...CHANGES,
} as const satisfies Lists;
