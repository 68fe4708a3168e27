// The desk's words in Chinese and English.

/** @type {Record<string, Record<string, string>>} */
const WORDS = {
  zh: {
    plan: '版样',
    previous: '上一版',
    next: '下一版',
    smaller: '缩小',
    larger: '放大',
    fit: '适合窗口',
    help: '快捷键',
    language: 'English',
    grid: '网格',
    slots: '版位',
    overset: '溢出',
    order: '顺序',
    faults: '毛病',
    all: '合成',
    c: '青',
    m: '品',
    y: '黄',
    k: '黑',
    page: '第{n}版',
    pages: '第{a}—{b}版',
    issue: '第{n}期',
    stories: '{n}篇',
    live: '与文件同步',
    shown: '存盘到上屏 {ms} 毫秒',
    lost: '连接已断，正在重连',
    stale: '文件有误',
    brokenTitle: '文件有误：仍显示上一次排好的版面',
    brokenNothing: '文件有误：还没有排出版面',
    loading: '正在读取稿件',
    making: '正在拼版 {done} / {of}',
    drawing: '正在准备字体',
    fits: '正好',
    fitsWithout: '正好，删去可删的 {n} 处',
    over: '多 {lines} 行，约删 {chars} 字',
    short: '空 {lines} 行，约可添 {chars} 字',
    swollen: '标题多占 {lines} 行，约可添 {chars} 字',
    fixed: '固定',
    file: '稿件',
    slot: '版位',
    size: '大小',
    sizeOf: '{columns} 栏 × {lines} 行',
    set: '已排',
    setOf: '{lines} 行 {chars} 字',
    template: '模板',
    jumpTo: '下转第{n}版',
    jumpFrom: '上接第{n}版',
    oversetText: '排不下的文字',
    problems: '提示',
    none: '没有毛病',
    noStories: '这一版没有稿件',
    copy: '复制路径',
    copied: '已复制',
    close: '关闭',
    emptyPage: '还没有排出',
    ink: '油墨',
    hint: '建议',
  },
  en: {
    plan: 'Plan',
    previous: 'Previous page',
    next: 'Next page',
    smaller: 'Smaller',
    larger: 'Larger',
    fit: 'Fit the window',
    help: 'Keys',
    language: '中文',
    grid: 'Grid',
    slots: 'Slots',
    overset: 'Overset',
    order: 'Order',
    faults: 'Faults',
    all: 'All inks',
    c: 'C',
    m: 'M',
    y: 'Y',
    k: 'K',
    page: 'Page {n}',
    pages: 'Pages {a}–{b}',
    issue: 'No. {n}',
    stories: '{n} stories',
    live: 'as the files are',
    shown: 'shown after {ms} ms',
    lost: 'lost, trying again',
    stale: 'a file is broken',
    brokenTitle: 'A file is broken: these are the last good pages',
    brokenNothing: 'A file is broken: there are no pages yet',
    loading: 'Reading the manuscripts',
    making: 'Making up {done} of {of}',
    drawing: 'Preparing fonts',
    fits: 'fits',
    fitsWithout: 'fits, passages left out: {n}',
    over: '{lines} lines over, cut about {chars} 字',
    short: '{lines} lines short, room for about {chars} 字',
    swollen: 'head {lines} lines too high, room for about {chars} 字',
    fixed: 'fixed',
    file: 'File',
    slot: 'Slot',
    size: 'Size',
    sizeOf: '{columns} columns × {lines} lines',
    set: 'Set',
    setOf: '{lines} lines, {chars} 字',
    template: 'Template',
    jumpTo: 'goes on on page {n}',
    jumpFrom: 'comes from page {n}',
    oversetText: 'Copy that finds no place',
    problems: 'Notes',
    none: 'nothing amiss',
    noStories: 'no stories on this page',
    copy: 'Copy path',
    copied: 'Copied',
    close: 'Close',
    emptyPage: 'not made up yet',
    ink: 'Ink',
    hint: 'Hint',
  },
};

/** What the diagnostics' codes are called. */
/** @type {Record<string, string>} */
const CODES = {
  'file-missing': '文件不在',
  'file-unreadable': '文件读不了',
  'file-encoding': '编码不对',
  'merge-conflict': '合并没有做完',
  'path-outside': '路径越界',
  'yaml-syntax': 'YAML写法有误',
  'yaml-duplicate-key': '一项写了两次',
  'yaml-feature': '不能用的写法',
  'key-unknown': '没有这一项',
  'key-missing': '缺一项',
  'value-invalid': '值不对',
  'paper-unknown': '没有这份报纸',
  'paper-type-area': '版心放不下',
  'style-unknown': '没有这种样式',
  'font-unknown': '没有这种字体',
  'style-cycle': '样式绕圈',
  'style-missing': '样式不全',
  'body-size': '正文字号不合栏宽',
  'leading-small': '行距太小',
  'template-none': '没有模板',
  'template-duplicate': '模板重名',
  'slot-duplicate': '版位重名',
  'template-widths': '宽度不合',
  'template-heights': '高度不合',
  'headline-cover': '标题盖几栏',
  'picture-aside': '图片没有正中',
  'template-divide': '分栏太多',
  'template-range': '范围不对',
  'free-region': '自由区不对',
  'advertisement-size': '广告尺寸不合',
  'fonts-unreadable': '字体清单读不了',
  'font-missing': '字体文件不在',
  'font-format': '字体格式不对',
  'font-damaged': '字体文件坏了',
  'font-sum': '不是指定的字体文件',
  'font-member': '字体没指对',
  'font-variable': '可变字体',
  'issue-number': '期号不对',
  'issue-unknown': '没有这一期',
  'issue-mismatch': '期号不一致',
  'date-invalid': '日期不对',
  'page-count': '版数不符',
  'page-duplicate': '一版安排两次',
  'page-spread': '拼不成通版',
  'part-page': '叠的首版不对',
  'layout-unknown': '没有这个模板',
  'layout-pages': '单版与通版不符',
  'layout-skipped': '模板不用',
  'slot-unknown': '没有这个版位',
  'slot-kind': '版位放不了',
  'free-too-many': '自由区稿件太多',
  'slot-empty': '版位空着',
  'staff-unprinted': '署名没有地方印',
  'article-unknown': '没有这篇稿件',
  'article-twice': '稿件重复',
  'article-unplaced': '稿件未上版',
  'page-unknown': '没有这一版',
  'jump-order': '转版次序不对',
  'teaser-target': '导读指向不对',
  'front-matter': '缺文首信息',
  'headline-empty': '标题空着',
  'body-empty': '没有正文',
  'markdown-unknown': '排不了的写法',
  'crosshead-alone': '小标题下没有正文',
  'comment-swallowed': '成了注释的文字',
  'markdown-stars': '标记成了文字',
  'table-form': '表格写法不对',
  'table-ragged': '表格各行格数不同',
  'paragraphs-joined': '段落连成一段',
  'text-control': '控制字符',
  'text-damaged': '坏字',
  'stop-half-width': '半角句点',
  'qr-link': '二维码网址太长',
  'qr-small': '二维码太小',
  'quote-unpaired': '引号、括号不成对',
  'mark-mistyped': '标点打错',
  'marks-doubled': '标点重复',
  'picture-format': '图片格式不对',
  'picture-truncated': '图片不完整',
  'picture-size': '图片大小不对',
  'picture-missing': '没有图片',
  'picture-unused': '图片未用',
  'glyph-missing': '缺字',
  'glyph-fallback': '借字',
  'page-impossible': '排不成版',
  'jump-not-needed': '不必转版',
  'line-overfull': '超出栏宽',
  'line-loose': '行排不满',
  'table-wide': '表格太宽',
  overset: '文字溢出',
  'passage-left-out': '删去可删文字',
  white: '空白',
  'picture-refused': '图片不能印',
  'picture-resolution': '图片不清',
  'drawing-unfit': 'PDF不能原样付印',
  'drawing-delicate': 'PDF有的地方怕印不清',
  'drawing-notes': 'PDF上的批注不印',
  'picture-ink': '图片墨量大',
  'advertisement-black': '彩色广告上黑白版',
  'press-profile-stand-in': '特性文件是代用的',
  'press-profile-missing': '特性文件读不了',
  'press-profile-unfit': '特性文件不合用',
  'picture-cropped': '图片裁得太多',
  'headlines-clash': '碰题',
  'lead-outweighed': '主次不分',
  'headline-lines': '标题太长',
  'headline-small': '标题太小',
  'headline-short': '题不盖文',
  'through-gutter': '通缝',
  'corners-one-sided': '四角失衡',
  'column-broken': '断栏',
  'crosshead-at-foot': '背题',
  'character-alone': '孤字',
  fault: '程序出错',
  'preflight-failed': '印前检查不合格',
  'output-unwritable': '无法写出',
  'output-left': '有遗留文件',
};

let language = localStorage.getItem('language') ?? (/^zh\b/i.test(navigator.language) ? 'zh' : 'en');

export const currentLanguage = () => language;

/** The other language from now on. */
export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
}

/**
 * A phrase with its values put in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  return (WORDS[language]?.[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * What a diagnostic's code is called.
 * @param {string} code
 */
export const codeName = (code) => (language === 'zh' ? (CODES[code] ?? code) : code);

/**
 * How a story fits its slot, in words.
 * @param {import('../src/preview/view.js').SlotView} slot
 */
export function fitWords({ fit, lacking, swollen }) {
  if (fit === null) return '';
  const { overset, white, leftOut } = fit;
  if (overset.lines > 0) return say('over', { lines: overset.lines, chars: overset.chars });
  if (white > 1) return say('short', { lines: Math.round(white * 10) / 10, chars: lacking });
  if (swollen > 0) return say('swollen', { lines: swollen, chars: lacking });
  return leftOut.passages > 0 ? say('fitsWithout', { n: leftOut.passages }) : say('fits');
}

/**
 * How urgent that is: `over`, `short` or `fits`.
 * @param {import('../src/preview/view.js').SlotView} slot
 */
export function fitState({ fit, swollen }) {
  if (fit !== null && fit.overset.lines > 0) return 'over';
  return (fit !== null && fit.white > 1) || swollen > 0 ? 'short' : 'fits';
}

/**
 * A page by its number in the plan, with the name that it has in print where that is another.
 * @param {number} number
 * @param {import('../src/preview/view.js').PageView | null | undefined} view
 */
export const pageWords = (number, view) => [say('page', { n: number }), view?.name].filter(Boolean).join(' · ');
