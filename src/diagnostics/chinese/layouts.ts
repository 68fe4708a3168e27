import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** Layouts: paper.yaml, styles.yaml, templates. */
export const LAYOUTS = {
  'paper-unknown': {
    messages: [
      ['there is no paper `<paper>` in <folder>', '“<folder>”下没有报纸“<paper>”'],
      ['there is no folder <folder>', '没有文件夹“<folder>”'],
    ],
    hints: [
      ['Name that of the papers with --layouts.', '用--layouts写明放各报纸模板的文件夹'],
      ['Papers: none yet.', '还没有任何报纸'],
      ['Papers: <papers:listed>.', '现有报纸：<papers>'],
    ],
  },
  'paper-type-area': {
    messages: [
      [
        'the type area is <width> × <height> mm at <x>, <y> mm and does not fit on the sheet of <sheet> mm',
        '版心<width> × <height>毫米，左上角在<x>、<y>毫米处，<sheet>毫米的纸放不下',
      ],
      [
        'the type area is <width> × <height> mm and does not fit on the sheet of <sheet> mm',
        '版心<width> × <height>毫米，<sheet>毫米的纸放不下',
      ],
    ],
    hints: [
      ['Take fewer or narrower columns, a smaller size, or a wider sheet.', '减少栏数，缩小栏宽或字号，或者用更宽的纸'],
      ['Take fewer lines, a smaller leading, or a higher sheet.', '减少行数，缩小行距，或者用更高的纸'],
    ],
  },
  'style-unknown': {
    messages: [
      ['there is no style `<style>` under <group>', '`<group>`下没有样式“<style>”'],
      ['there is no ink `<ink>`', '没有油墨“<ink>”'],
      ['there is no headline style `<style>`', '没有标题样式“<style>”'],
      ['there is no text style `<style>`', '没有文字样式“<style>”'],
      ['styles.yaml has no story style `<style>`', 'styles.yaml里没有稿件样式“<style>”'],
      [
        'the <part:part> is set in a text style `<style>` that styles.yaml lacks',
        '<part>要用文字样式“<style>”，styles.yaml里没有',
      ],
    ],
  },
  'font-unknown': {
    messages: [['fonts.yaml has no role `<role>`', 'fonts.yaml里没有字体“<role>”']],
  },
  'style-cycle': {
    messages: [['styles extend each other in a circle: <circle>', '样式互相沿用，绕成了圈：<circle>']],
    hints: [['Let one of them stand alone.', '让其中一个不再沿用别的样式']],
  },
  'style-missing': {
    messages: [['`<style>` names no style for <parts:listed>', '样式“<style>”没有指定这几部分的样式：<parts>']],
    hints: [
      [
        'Name them, or define text styles of these names, or one called `body` for all.',
        '逐项写明，或者定义同名的文字样式，或者定义一个通用的`body`',
      ],
    ],
  },
  'body-size': {
    messages: [
      [
        'body text is <size> pt here, and the columns are measured in <grid> pt',
        '正文在这里是<size>磅，版心的栏宽却按<grid>磅的字算',
      ],
    ],
    hints: [
      ['Give this style and `grid` in paper.yaml the same `size`.', '这个样式和paper.yaml里`grid`的`size`要写得一样'],
    ],
  },
  'leading-small': {
    messages: [
      [
        'lines of `<style>` are <size> pt tall and stand <leading> pt apart: they lie on each other',
        '样式“<style>”的字高<size>磅，行距只有<leading>磅：上下行会叠在一起',
      ],
    ],
    hints: [
      [
        'Take a smaller `size`, or a larger `leading` of the `grid` in paper.yaml.',
        '缩小`size`，或者加大paper.yaml里`grid`的`leading`',
      ],
      ['Write a `leading` of its own: <size>pt at least.', '给它写上`leading`，至少<size>pt'],
    ],
  },
  'template-none': {
    messages: [['<paper> has no page templates', '“<paper>”没有模板']],
    hints: [['Write one beside paper.yaml, such as <file>.', '在paper.yaml旁边写一个，如<file>']],
  },
  'template-duplicate': {
    messages: [['another template is called `<template>`', '已有模板叫“<template>”']],
    hints: [
      [
        'Give each its own name, or leave names out: then files name them.',
        '各取各的名，或者不写`name`，就以文件名为名',
      ],
    ],
  },
  'slot-duplicate': {
    messages: [['a slot `<slot>` stands in this template already', '这个模板里已有版位“<slot>”']],
    hints: [['Give one of them another name.', '给其中一个改名']],
  },
  'template-widths': {
    messages: [
      [
        'these <node> take <sum> = <total> columns, but have <own>',
        '这组`<node>`共占<sum> = <total>栏，给它的宽度却是<own>栏',
      ],
      [
        'these <node> share one width, but ask for <widths:listed> columns',
        '这组`<node>`应当一样宽，写的却是<widths>栏',
      ],
      ['these <node> are <width> columns, but have <own>', '这组`<node>`是<width>栏，给它的宽度却是<own>栏'],
      ['the tree needs at least <least> columns, but the page has <page>', '整个模板至少要<least>栏，版面却是<page>栏'],
      ['the tree takes at most <most> columns, but the page has <page>', '整个模板最多占<most>栏，版面却是<page>栏'],
    ],
    hints: [
      [
        'Widths beside each other must be able to add up to those above them: give one of them a range, such as 2..4.',
        '并排各块的宽度之和要等于上一层的宽度：给其中一块写成范围，如2..4',
      ],
      [
        'Its `mm` says how many columns it takes: place a story beside it in `columns`, or give it a `width`.',
        '广告占几栏由`mm`算出：在它旁边用`columns`排一篇稿件，或者给它写上`width`',
      ],
    ],
  },
  'template-heights': {
    messages: [
      [
        'these <node> take <sum> and <gaps> between them = <total> lines, but have <own>',
        '这组`<node>`共占<sum>，加间隔<gaps> = <total>行，给它的高度却是<own>行',
      ],
      [
        'these <node> take <sum> = <total> lines, but have <own>',
        '这组`<node>`共占<sum> = <total>行，给它的高度却是<own>行',
      ],
      [
        'these <node> share one height, but ask for <heights:listed> lines',
        '这组`<node>`应当一样高，写的却是<heights>行',
      ],
      ['these <node> are <height> lines, but have <own>', '这组`<node>`是<height>行，给它的高度却是<own>行'],
      ['the tree needs at least <least> lines, but the page has <page>', '整个模板至少要<least>行，版面却是<page>行'],
      ['the tree takes at most <most> lines, but the page has <page>', '整个模板最多占<most>行，版面却是<page>行'],
    ],
    hints: [
      [
        'Heights under each other must be able to add up to the page: give one of them a range, or none.',
        '上下各块的高度之和要等于版面的高度：给其中一块写成范围，或者不写',
      ],
      [
        'Its `mm` says how many lines it takes: give it a `height`, or those beside it none.',
        '广告占几行由`mm`算出：给它写上`height`，或者旁边的不写',
      ],
    ],
  },
  'headline-cover': {
    messages: [
      ['`headline: <place>` without `cover` stands over all columns', '`headline: <place>`没有写`cover`，标题盖满各栏'],
      [
        '`cover: <n>` of <columns> columns at most stands over all of them',
        '`cover: <n>`盖满各栏：最多只有<columns>栏',
      ],
      ['`cover` says nothing of `headline: <place>`', '`headline: <place>`用不着`cover`'],
      [
        '`cover: <n>` of <columns> columns has no middle: the headline stands half a column to the left',
        '<columns>栏里`cover: <n>`没有正中：标题偏左半栏',
      ],
    ],
    hints: [
      ['Write cover: <one> or cover: <other>.', '写成cover: <one>或cover: <other>'],
      ['Write cover: <one>.', '写成cover: <one>'],
      ['Write headline: beside, or divide the slot into three columns.', '写成headline: beside，或者把版位分成三栏'],
      ['Say how many columns it covers: cover: 2.', '写明盖几栏：cover: 2'],
      ['Cover fewer, or take away headline and cover.', '少盖几栏，或者删去headline和cover'],
      [
        'Take it away, or write headline: beside or headline: middle.',
        '删去这一项，或者写成headline: beside或headline: middle',
      ],
    ],
  },
  'picture-aside': {
    messages: [
      [
        '`columns: <n>` of <columns> columns has no middle: the picture stands half a column to the left',
        '<columns>栏里`columns: <n>`没有正中：图片偏左半栏',
      ],
    ],
    hints: [
      ['Write columns: <one> or columns: <other>.', '写成columns: <one>或columns: <other>'],
      ['Write columns: <one>.', '写成columns: <one>'],
      ['Write `at: left`, or divide the slot into three columns.', '写成`at: left`，或者把版位分成三栏'],
    ],
  },
  'template-divide': {
    messages: [
      [
        '`divide: <range>` cuts <n> <columns:columns> at most into <count> of <measure> characters',
        '`divide: <range>`要把最宽<n><columns>分成<count>栏，每栏只有<measure>字',
      ],
    ],
    hints: [
      [
        'Write <most> at most, which have <measure> characters, or give the slot more columns.',
        '最多写<most>（每栏<measure>字），或者多给版位几栏',
      ],
    ],
  },
  'template-range': {
    messages: [
      ['`<key>` of `<style>` goes from <least> to <most>', '样式“<style>”的`<key>`从<least>到<most>，不成范围'],
      ['the range <range> ends before it begins', '范围<range>前大后小'],
      ['<range> columns cannot be: there are <least> to <most>', '不能是<range>栏：只能是<least>到<most>栏'],
      ['<range> stories cannot be: there are <least> to <most>', '不能是<range>篇：只能是<least>到<most>篇'],
      [
        'the picture stands across <n> of <most> <columns:columns> at most',
        '图片要占<n>栏，这里最多只有<most><columns>',
      ],
      ['<range> lines cannot be: there are <least> to <most>', '不能是<range>行：只能是<least>到<most>行'],
    ],
    hints: [
      ['Give it fewer columns, or the slot more.', '图片少占几栏，或者多给版位几栏'],
      ['Write the least first; it must be more than 0.', '小的写在前面，而且要大于0'],
      ['Write <range>.', '写成<range>'],
    ],
  },
  'free-region': {
    messages: [
      ['a template has one free region at most', '一个模板最多有一个自由区'],
      ['a spread has no free region', '通版不能有自由区'],
      ['nothing is said of story <n> of the free region', '自由区没有写第<n>篇稿件怎样排'],
    ],
    hints: [
      ['Give its stories to the other one.', '把这里的稿件并到另一个自由区'],
      ['Name its slots, or use one on a single page.', '逐个写明版位，或者用在单版上'],
      ['Write `for: <n>..` at one of its pieces.', '在其中一项写上`for: <n>..`'],
    ],
  },
  'advertisement-size': {
    messages: [
      [
        'an advertisement <width> mm wide does not fit <n> <columns:columns> of <room> mm',
        '广告宽<width>毫米，<n><columns>只有<room>毫米，放不下',
      ],
      ['make-up finds a place for `<slot>`, and does not know its size', '“<slot>”由程序安排位置，却没有写广告的尺寸'],
      ['an advertisement of <width> × <height> mm does not fit the page', '广告<width>×<height>毫米，整版也放不下'],
      ['`mm` says nothing here: `<slot>` has its size from the template', '这里的`mm`不起作用：“<slot>”的尺寸由模板定'],
      [
        'an advertisement <width> mm wide takes <n> columns: <less> are <room> mm',
        '广告宽<width>毫米，要占<n>栏：<less>栏是<room>毫米',
      ],
      ['an advertisement <height> mm high needs <lines> lines', '广告高<height>毫米，要占<lines>行'],
      [
        'the advertisement in slot “<slot>” does not fill its place: at that width it is <wanted> lines high, and has <lines>',
        '版位“<slot>”的广告没有排满：这个宽度高<wanted>行，给了<lines>行',
      ],
      [
        'the advertisement in slot “<slot>” is sold at <width> × <height> mm, but its picture is <tall> mm high at that width',
        '版位“<slot>”的广告卖的是<width>×<height>毫米，照这个宽度，图片却高<tall>毫米',
      ],
    ],
    hints: [
      ['Say what it was sold at: mm: [width, height].', '写明卖出的尺寸：mm: [宽, 高]'],
      ['Give it a smaller size.', '把广告改小'],
      ['Take it away, or change the template.', '删去，或者改模板'],
      ['Give it more columns, or a smaller size.', '多给几栏，或者把广告改小'],
      ['There are <lines>.', '一共只有<lines>行'],
      ['Sold at <width> mm it would fill <n>.', '宽改成<width>毫米，正好占<n>栏'],
      ['have the picture made in the size that was sold', '照卖出的尺寸做图'],
      [
        'give its slot the lines it wants, cut the copy beside it, or have the picture made in the size of its place',
        '按它的高度给版位，或者删短旁边的稿件，或者照版位的尺寸做图',
      ],
    ],
  },
} as const satisfies Partial<Record<Code, Said>>;
