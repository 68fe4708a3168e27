/** What `--help` tells of commands, in Chinese. Names of commands and options stay as they are typed. */
import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';

/** All that is said of commands, their arguments and options. */
const ABOUT: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'display help for command': '显示这份说明',
  // Commands
  'make up an issue and write its press PDFs': '拼版一期，写出付印PDF',
  'show an issue in the browser and follow every save': '在浏览器里看版，存盘即更新',
  'write the JSON Schemas that editors check the desk’s files by': '写出编辑器用来检查文件的JSON Schema',
  'build an issue and draw its PDFs as PNG files, with thumbnails and page dumps':
    '生成一期，把PDF画成PNG图，附缩略图和版面文字',
  'compare the pages with the accepted ones: in words, then every pixel': '与认可过的版面比较：先比文字，再比每个像素',
  'check finished PDFs as a newsprint press would': '按新闻纸印刷的要求检查PDF',
  'set paragraphs (one a line on standard input) and print their lines as JSON, one object a line':
    '从标准输入读段落（一行一段），排好后以JSON写出各行，一段一行',
  // Arguments
  'issue number, a folder under the issues folder': '期号，即期文件夹下面的一个文件夹',
  'issue number': '期号',
  'PDF files': 'PDF文件',
  // Options
  'folder of issues': '各期所在的文件夹',
  'folder of papers': '各报纸模板所在的文件夹',
  'font roles': '字体清单',
  'folder to write into': '写到哪个文件夹',
  'pages to write, as in 1,4-5': '只写这些版，如1,4-5',
  'for the press (paper.yaml says which) or for readers': '付印用（不写则按paper.yaml）或供阅读',
  'write each spread also as one sheet, uncut': '通版另外写成不裁开的一张',
  'print how each page was made up: its tree, lines, and what they cost (with --json on standard error)':
    '打印每版是怎样拼成的：各块的栏、行和代价（同时写了--json时打印到标准错误）',
  'print the report as JSON, and nothing else, on standard output': '标准输出只写JSON报告',
  'dots an inch': '每英寸点数',
  'folder of accepted states; where it is not named, proofs beside the folder of issues':
    '认可过的版面所在的文件夹；不写就是期的文件夹旁边的proofs',
  'compare with a folder that render-issue wrote, or with a git revision':
    '同render-issue写出的文件夹比，或者同git版本比',
  'accept the pages as they are': '认可现在的版面',
  'print the differences as JSON, and nothing else, on standard output': '标准输出只写JSON差异',
  'address to listen at; others than loopback let others in': '监听地址；不是本机地址时，别人也能看',
  'port to listen at; 0 takes a free one': '监听端口；0为任选一个空闲的',
  'what to hold them to': '按哪种标准检查',
  'trimmed size in mm, as in 390x550': '成品尺寸，毫米，如390x550',
  'pages of the file that are printed in black alone, as in 2,3': '文件中只印黑墨的页，如2,3',
  'spot colours the press has ink for, as in red,gold': '印刷机备有油墨的专色，如red,gold',
  'print the reports as JSON': '以JSON写出报告',
  'width of the lines, in characters': '行宽，以字计',
  'how strictly lines may break': '换行的严格程度',
  'indent of the first line': '首行缩进',
  'set in just so many lines': '正好排成这么多行',
  'print where lines may break, and the unbroken width, instead': '改为打印可以换行的位置和不换行时的宽度',
  'role of fonts.yaml to set in': '用fonts.yaml里的哪种字体',
  'where to': '写到哪里',
};

/** A text in Chinese; as it is where there is none. */
const inChinese = (text: string): string => ABOUT[text] ?? text;

/** A description with what may be written, and what holds where nothing is. */
function described({ description, argChoices, defaultValue }: Argument | Option): string {
  const said = [
    ...(argChoices === undefined ? [] : [`可写${argChoices.join('、')}`]),
    ...(defaultValue === undefined ? [] : [`默认${String(defaultValue)}`]),
  ];
  return `${inChinese(description)}${said.length === 0 ? '' : `（${said.join('；')}）`}`;
}

/** Cells of a terminal that a text takes: two for each character but ASCII. */
const cells = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u007f' ? 2 : 1), 0);

/** Words that stay whole, and single characters with the marks that may not begin a line. */
const PIECES = /\s*(?:[\x21-\x7e]+|[^\s\x21-\x7e（])[，。；：、）]*|\s*（/gu;

/** Broken at any character that is no word: commander breaks at spaces alone. */
function wrapped(text: string, width: number): string {
  const lines = [''];
  for (const piece of text.match(PIECES) ?? []) {
    const last = lines.at(-1)!;
    if (last !== '' && cells(last + piece) > width) lines.push(piece.trimStart());
    else lines[lines.length - 1] = last + piece;
  }
  return lines.join('\n');
}

/** How commander writes help in Chinese. */
export const CHINESE_HELP: HelpConfiguration = {
  styleTitle: inChinese,
  commandDescription: (command: Command) => inChinese(command.description()),
  optionDescription: described,
  argumentDescription: described,
  boxWrap: wrapped,
  // A full-width colon has its space in it.
  formatHelp: (command, helper) => Help.prototype.formatHelp.call(helper, command, helper).replace('： ', '：'),
};
