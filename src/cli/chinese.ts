/** The lines that commands print for people, and their refusals, in Chinese. */
import { type Form, type Lists, translated } from '../diagnostics/chinese/forms.js';

/** A line in Chinese; as it is where no form fits. */
export const lineInChinese = (line: string): string => translated(line, LINES, LINE_LISTS) ?? line;

/** All lines. */
export const LINES: readonly Form[] = [
  // build-issue and render-issue
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
  ['nothing was written', '没有写出文件'],
  ['nothing was drawn', '没有画出版面'],
  ['page <page>  <size> pixels  <hash>', '第<page>版  <size>像素  <hash>'],
  ['issue <issue>: <n> pages at <dpi> dpi in <folder>', '第<issue>期：共<n>版，<dpi> dpi，在“<folder>”'],
  // preflight
  [
    '<verdict:passed>  <file>  <standard>: <pages> pages, <fonts> fonts, <n> pictures, ink at most <ink> %<ppi:ppi>',
    '<verdict>  <file>  <standard>：<pages>页，字体<fonts>种，图片<n>张，墨量最高<ink>%<ppi>',
  ],
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
  ['“<revision>” is no folder of renders and no git revision', '“<revision>”不是版面图的文件夹，也不是git版本'],
  ['revision <revision> draws no pages of issue <issue>', '版本<revision>画不出第<issue>期的版面'],
  ['revision <revision> cannot be drawn: <why>', '版本<revision>画不出来：<why>'],
  // preview
  ['issue <issue>: <url>  (stop with Ctrl-C)', '第<issue>期：<url>  （按Ctrl-C停止）'],
  ['mended', '已改好'],
  ['port <port> is taken; give another with --port, or 0 for any', '端口<port>已被占用；用--port换一个，写0就任选一个'],
  ['cannot listen at <address> (<code>)', '不能在<address>监听（<code>）'],
  // The command line
  [
    '--trim wants width × height in mm, as in 390x550, not “<value>”',
    '--trim要写毫米的宽×高，如390x550，不是“<value>”',
  ],
  ['<file> cannot be read (<why>)', '无法读取“<file>”（<why>）'],
  ['unknown command “<name>”; there are <names:listed>', '没有命令“<name>”；有<names>'],
  ['a fault of the program: <what>', '程序出错：<what>'],
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
    ['give page numbers, as in 1,4', '写版号，如1,4'],
    ['give a whole number, 10 to 600', '写10到600的整数'],
    ['give a port, 0 to 65535', '写端口，0到65535'],
    ['give a width in ems', '写宽度，以字计'],
    ['give a number of lines', '写行数'],
  ],
  listed: [
    ['<one>, <rest:listed>', '<one>、<rest>'],
    ['<one>', '<one>'],
  ],
  note: [
    ['this page is new', '新增的版'],
    ['this page is gone', '撤掉的版'],
    ['the picture is the same', '画面相同'],
    ['<before> → <after> pixels', '<before> → <after>像素'],
    ['the picture differs; of before only the thumbnail is at hand', '画面不同；原先的只有缩略图'],
  ],
  /** What has changed of a story. */
  changes: [
    ['<one:change>; <rest:changes>', '<one>；<rest>'],
    ['<one:change>', '<one>'],
  ],
  change: [
    ['is new here', '这里新增'],
    ['is gone from here', '从这里撤掉'],
    [
      'moves from page <page>, slot <slot> to page <other>, slot <place>',
      '从第<page>版版位“<slot>”移到第<other>版版位“<place>”',
    ],
    ['sheet <before> pt → <after> pt', '版面尺寸<before> pt → <after> pt'],
    ['stands <by:length> lower', '下移<by>'],
    ['stands <by:length> higher', '上移<by>'],
    ['stands <by:length> further right', '右移<by>'],
    ['stands <by:length> further left', '左移<by>'],
    ['<by:length> taller', '高了<by>'],
    ['<by:length> shorter', '矮了<by>'],
    ['<by:length> wider', '宽了<by>'],
    ['<by:length> narrower', '窄了<by>'],
    ['<part:name> is new: <by:length>', '新增<part><by>'],
    ['<part:name> is gone', '<part>没有了'],
    ['<part:name> larger (<sizes>)', '<part>字号变大（<sizes>）'],
    ['<part:name> smaller (<sizes>)', '<part>字号变小（<sizes>）'],
    ['<part:name> <by:length> longer', '<part>多了<by>'],
    ['<part:name> <by:length> shorter', '<part>少了<by>'],
    ['<part:name> text <texts>, and <n> places more', '<part>文字改动：<texts>，另有<n>处'],
    ['<part:name> text <texts>, and <n> place more', '<part>文字改动：<texts>，另有<n>处'],
    ['<part:name> text <texts>', '<part>文字改动：<texts>'],
    ['<part:name>: <by:length> broken differently', '<part>有<by>断行不同'],
    ['<part:name>: <by:length> spaced, inked or lettered differently', '<part>有<by>字距、颜色或字体不同'],
    ['<part:name>: <things:pieces> of another extent or ink', '<part>：<things>大小或颜色不同'],
    ['<part:name>: <things:pieces> → <n>', '<part>：<things> → <n>'],
    ['picture cropped otherwise', '图片剪裁不同'],
    ['picture <before> → <after>', '图片<before> → <after>'],
    ['its parts stand a little differently', '各部分的位置略有不同'],
  ],
  length: [
    ['<n:word> lines', '<n>行'],
    ['<n:word> line', '<n>行'],
    ['<n:word> mm', '<n>毫米'],
  ],
  pieces: [
    ['<n:word> pictures', '图片<n>张'],
    ['<n:word> picture', '图片<n>张'],
    ['<n:word> rules', '线<n>条'],
    ['<n:word> rule', '线<n>条'],
    ['<n:word> areas', '色块<n>个'],
    ['<n:word> area', '色块<n>个'],
  ],
  names: [
    ['<one:name>, <rest:names>', '<one>、<rest>'],
    ['<one:name>', '<one>'],
  ],
  /** Parts of a page and of a story; stories keep their own names. */
  name: [
    ['sheet', '版面'],
    ['page', '版面'],
    ['rules', '线'],
    ['body', '正文'],
    ['headline', '标题'],
    ['kicker', '引题'],
    ['deck', '副题'],
    ['byline', '署名'],
    ['standfirst', '提要'],
    ['crosshead', '小标题'],
    ['picture', '图片'],
    ['caption', '图片说明'],
    ['credit', '图片署名'],
    ['jump', '转版行'],
    ['teaser', '导读'],
    ['advertisement', '广告'],
    ['masthead', '报头'],
    ['nameplate', '报名'],
    ['date-block', '日期'],
    ['strip', '天线'],
    ['folio', '报眉'],
    ['page-name', '版名'],
    ['imprint', '报脚'],
    ['story', '稿件'],
    ['head', '题区'],
    ['ornament', '装饰'],
    ['paragraph', '段落'],
    ['overset', '溢出文字'],
    ['<name:word>', '<name>'],
  ],
} as const satisfies Lists;
