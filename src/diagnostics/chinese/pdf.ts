import type { Lists } from './forms.js';

/** What findings of preflight name: parts of a PDF and of its fonts. */
export const PDF = {
  object: [
    ['an object without a number', '无编号的对象'],
    ['a part of it', '其中一部分'],
    ['<n:word> <generation:word> R', '对象<n> <generation> R'],
  ],
  within: [
    ['the file', '文件'],
    ['what the file says of itself', '文件的说明'],
    ['an object of the file', '文件里的对象'],
    ['what the page paints', '页面所画的内容'],
  ],
  profile: [
    ['is no ICC profile', '不是ICC特性文件'],
    ['is damaged: its length is wrong', '已损坏：长度不对'],
    ['is damaged: its header is wrong', '已损坏：文件头不对'],
    ['is damaged: it is not what its own checksum says', '已损坏：同它自带的校验和对不上'],
    ['is damaged: its table “<table>” is wrong', '已损坏：“<table>”表不对'],
    ['lacks the table “<table>”', '缺“<table>”表'],
    ['is of class “<class>”, not an output profile (“prtr”)', '属于“<class>”类，不是输出用的（“prtr”）'],
    ['is for <space>, not for CMYK', '用于<space>，不是用于CMYK'],
  ],
  drawn: [
    ['text', '文字'],
    ['a rule', '线'],
    ['an area', '色块'],
  ],
  broken: [
    ['a picture', '图片'],
    ['a string', '字串'],
    ['an array', '数组'],
    ['a dictionary', '字典'],
  ],
  resource: [
    ['colour space', '色彩空间'],
    ['graphics state', '图形状态'],
    ['picture or form', '图片或表单'],
    ['font', '字体'],
    ['pattern', '图案'],
    ['shading', '渐变'],
    ['properties', '属性'],
  ],
  pdffont: [
    ['a font without a name', '无名字体'],
    ['<name:word>', '字体<name>'],
  ],
  width: [
    ['code <code> is said to be <width> wide, and its glyph is not there', '编码<code>写明宽<width>，却没有字形'],
    ['code <code> is said to be <width> wide, and its glyph is <own> wide', '编码<code>写明宽<width>，字形却宽<own>'],
  ],
  /** What is wrong with a font's program. */
  program: [
    ['the program breaks off, or is no font', '数据不完整，或者不是字体'],
    ['the program is no Type 1 font', '不是Type 1字体'],
    ['the program is no font', '不是字体'],
    ['the program breaks off within its table “<table>”', '数据断在表“<table>”里'],
    ['the program lacks the table “<table>”', '缺表“<table>”'],
    ['the program has a damaged table “head”', '表“head”已损坏'],
    ['the program has fewer advances than glyphs', '字宽比字形少'],
    ['the program has fewer outlines than glyphs', '轮廓比字形少'],
    ['the program breaks off within its outlines', '数据断在轮廓里'],
    ['the program is no CFF font', '不是CFF字体'],
    ['the program is a CFF font without outlines', '是没有轮廓的CFF字体'],
    ['the program is a CFF font without glyphs', '是没有字形的CFF字体'],
    ['the program is a CFF font whose parts break off', '是不完整的CFF字体'],
  ],
} as const satisfies Lists;
