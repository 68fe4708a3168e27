import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** Issue and plan. */
export const ISSUE = {
  'issue-number': {
    messages: [
      ['no issue is named', '没有写期号'],
      ['`<number>` is no issue number', '“<number>”不是期号'],
    ],
    hints: [['Give the name of a folder in <folder>, such as <example>.', '写“<folder>”下的文件夹名，如<example>']],
  },
  'issue-unknown': {
    messages: [
      ['there is no issue <number> in <folder>', '“<folder>”下没有“<number>”这一期'],
      ['there is no folder <folder>', '没有文件夹“<folder>”'],
    ],
    hints: [
      ['Name it with --issues.', '用--issues写明放各期的文件夹'],
      ['What is called so is no folder, or a link that leads nowhere.', '叫这个名字的不是文件夹，或者是断了的链接'],
    ],
  },
  'issue-mismatch': {
    messages: [['this is issue <number>, in a folder called <folder>', '这里写的是第<number>期，文件夹却叫“<folder>”']],
    hints: [['Correct the number, or call the folder <number>.', '改正期号，或者把文件夹改名为<number>']],
  },
  'date-invalid': {
    messages: [
      ['the date <date> is written in another form', '日期“<date>”写法不对'],
      ['there is no day <date>', '没有“<date>”这一天'],
    ],
    hints: [
      ['Write <date:word>.', '写成<date>'],
      ['Months go from 01 to 12.', '月份从01到12'],
      ['Days of that month go from 01 to <last>.', '那个月从01日到<last>日'],
      ['Write year-month-day with two digits each: 2021-12-03.', '按年-月-日写，月、日各两位：2021-12-03'],
    ],
  },
  'page-count': {
    messages: [
      [
        'page-count is <promised>, but <planned> pages are planned',
        '`page-count`写的是<promised>版，实际安排了<planned>版',
      ],
      ['the plan goes to page <last> without page <page>', '安排到了第<last>版，却没有第<page>版'],
      ['the plan goes to page <last> without pages <pages:listed>', '安排到了第<last>版，却没有第<pages>版'],
    ],
    hints: [
      ['Plan the missing pages, or correct the number.', '补上缺的版，或者改正版数'],
      [
        'Plan them, or correct the numbers; 今日…版 counts the pages that are planned.',
        '补上这些版，或者改正版号；“今日几版”只数安排了的版',
      ],
    ],
  },
  'page-duplicate': {
    messages: [['page <page> is planned twice', '第<page>版安排了两次']],
    hints: [['It is also in `<other>`.', '`<other>`里已有这一版']],
  },
  'page-spread': {
    messages: [['pages <left> and <right> do not face each other', '第<left>版和第<right>版拼不成通版']],
    hints: [
      [
        'The left page is even, the right one follows it: 2-3, 4-5, 6-7.',
        '左边是双数版，右边是紧接着的单数版：2-3、4-5、6-7',
      ],
    ],
  },
  'part-page': {
    messages: [
      ['part `<part>` begins on page <page>, which is not planned', '`<part>`叠从第<page>版开始，而计划里没有这一版'],
      ['part `<part>` begins on page <page>, a left page', '`<part>`叠从第<page>版开始，那是左页'],
      [
        'part `<part>` begins on page <page>, in the middle of the spread <spread>',
        '`<part>`叠从第<page>版开始，那一版在通版<spread>当中',
      ],
      ['parts `<part>` and `<other>` begin on one page', '`<part>`叠和`<other>`叠从同一版开始'],
    ],
    hints: [
      ['Give the number of its first page, counted through the whole issue.', '写这一叠第一版的版号，按全期连续计数'],
      ['A part is folded by itself, so its first page is an odd one.', '一叠单独折，第一版是单数版'],
      [
        'Plan its pages one by one, or begin the part before or after it.',
        '把通版拆成两个单版，或者让这一叠在它前面、后面开始',
      ],
      ['Give each its own first page.', '两叠各写各的第一版'],
    ],
  },
  'layout-unknown': {
    messages: [
      ['no template for <pages:pages> is of the kind `<kind>`', '没有“<kind>”类的<pages>模板'],
      ['<paper> has no template `<template>`', '“<paper>”没有模板“<template>”'],
    ],
    hints: [['For any template of that kind write {kind: <kind>}.', '这一类的模板都可以用，就写{kind: <kind>}']],
  },
  'layout-pages': {
    messages: [
      ['no template of the paper is for <pages:pages>', '这份报纸没有<pages>模板'],
      ['`<template>` is for <pages:pages>, not <wanted:pages>', '模板“<template>”是<pages>模板，这里要<wanted>模板'],
    ],
    hints: [
      ['Give a template `pages: <n>`.', '给一个模板写上`pages: <n>`'],
      ['Plan a spread under two pages, such as 6-7.', '通版要写两个版号，如6-7'],
      ['A spread needs a template with `pages: 2`.', '通版的模板要写`pages: 2`'],
    ],
  },
  'layout-skipped': {
    messages: [['`<template>` is left out: it <why:missing>', '略过模板“<template>”：它<why>']],
  },
  'slot-unknown': {
    messages: [
      ['none of <templates:quoted> takes all that is placed here', '这一版的内容，模板<templates>都放不全'],
      ['<templates:quoted> has no free region for a list', '模板<templates>没有自由区，`slots`不能写成列表'],
      ['<templates:quoted> has none of these slots', '模板<templates>没有这里的任何一个版位'],
      ['<templates:quoted> has no slot `<slot>`', '模板<templates>没有版位“<slot>”'],
    ],
    hints: [
      ['Every slot has its copy already.', '各版位都已有稿件'],
      [
        'Name the slot of each: `<slot>: article`; templates with a free region: <templates:quoted>.',
        '逐个写明版位：`<slot>: 稿件名`；有自由区的模板：<templates>',
      ],
      ['Name the slot of each: `<slot>: article`.', '逐个写明版位：`<slot>: 稿件名`'],
      [
        'What make-up places by itself is articles, continuations and advertisements.',
        '自动划版的地方只放稿件、下转的余文和广告',
      ],
      ['`<key>` stands beside `slots:`, not under it.', '`<key>`与`slots:`并列，不写在它下面'],
      ['These have: <templates:known>.', '有这些版位的模板：<templates>'],
      ['Its slots: <slots:known>.', '它的版位：<slots>'],
      ['Still empty: <slots:known>.', '还空着的版位：<slots>'],
      ['<lacks:lacks>', '<lacks>'],
    ],
  },
  'slot-kind': {
    messages: [
      ['`<slot>` is a <kind:slotkind> slot and takes no <copy:copy>', '版位“<slot>”是<kind>版位，不能放<copy>'],
      ['`<slot>` is an <kind:slotkind> slot and takes no <copy:copy>', '版位“<slot>”是<kind>版位，不能放<copy>'],
    ],
    hints: [
      ['Write an article’s name, or {continues: …}.', '写稿件名，或者{continues: …}'],
      ['Write the name of an article that has a picture.', '写一篇有图片的稿件的名称'],
      ['Write {see: article}.', '写成{see: 稿件名}'],
      ['Write {see: <article>}.', '写成{see: <article>}'],
      ['Write {advertisement: photos/….jpg, alt: …}.', '写成{advertisement: photos/….jpg, alt: …}'],
    ],
  },
  'free-too-many': {
    messages: [
      [
        'the free region of <template:quoted> takes <most> pieces: `<slot>` is one more',
        '模板<template>的自由区最多放<most>件，“<slot>”放不下了',
      ],
    ],
    hints: [
      ['Place it on another page, or give the template a slot for it.', '移到别的版上，或者在模板里给它一个版位'],
    ],
  },
  'staff-unprinted': {
    messages: [['page <page> has no folio line that would name its staff', '第<page>版没有报眉，署名没有地方印']],
    hints: [['Give its template a `folio`, or take `staff` away.', '在模板里加一行 `folio`，或者去掉 `staff`']],
  },
  'slot-empty': {
    messages: [['nothing stands in the slot `<slot>` of `<template>`', '模板“<template>”的版位“<slot>”没有稿件']],
    hints: [['It is left out and its neighbours take its place.', '这个版位不排，地方让给相邻的版位']],
  },
  'article-unknown': {
    messages: [
      ['there is no article `<article>`', '没有稿件“<article>”'],
      ['there are no articles in <folder>', '<folder>下一篇稿件也没有'],
    ],
    hints: [
      ['Each story is a file of its own there, NAME.md.', '一篇稿件一个文件：稿件名.md'],
      ['<file> is there: the name of an article’s file ends in .md.', '有<file>：稿件的文件名要以.md结尾'],
      ['<file> is there: articles stand in articles/ itself.', '有<file>：稿件直接放在articles/下'],
    ],
  },
  'article-twice': {
    messages: [['`<article>` is placed twice', '稿件“<article>”上了两次版']],
    hints: [
      [
        'It stands on page <page> in `<slot>` already; the rest of a story is {continues: <article>}.',
        '它已在第<page>版的版位“<slot>”；要排下文，写{continues: <article>}',
      ],
    ],
  },
  'article-unplaced': {
    messages: [
      ['`<article>` stands on no page', '稿件“<article>”没有上版'],
      ['<n> articles stand on no page: <articles:known>', '<n>篇稿件没有上版：<articles>'],
    ],
    hints: [
      ['Place them in slots of issue.yaml, or take the files away.', '在issue.yaml里给它们安排版位，或者拿走文件'],
      ['Place it in a slot of issue.yaml, or take the file away.', '在issue.yaml里给它安排版位，或者拿走文件'],
    ],
  },
  'page-unknown': {
    messages: [['issue <number> has no page <page>', '第<number>期没有第<page>版']],
    hints: [['Its pages: <pages:listed>.', '本期各版：<pages>']],
  },
  'jump-order': {
    messages: [
      ['`<article>` goes on here but begins on no page', '稿件“<article>”转到这里，却没有在哪一版开头'],
      [
        '`<article>` goes on already on page <before> and cannot go on on page <page>',
        '稿件“<article>”已转到第<before>版，不能再转到第<page>版',
      ],
      [
        '`<article>` begins on page <before> and cannot go on on page <page>',
        '稿件“<article>”从第<before>版开头，不能转到第<page>版',
      ],
    ],
    hints: [
      ['Place its beginning in a slot of an earlier page.', '先把开头排在前面的版上'],
      ['A story goes on on a later page than the one before.', '转版只能往后面的版转'],
    ],
  },
  'teaser-target': {
    messages: [
      ['the teaser points to `<article>`, which is on no page', '导读指向稿件“<article>”，它没有上版'],
      [
        'the teaser points to `<article>`, which is on page <page>, no later one',
        '导读指向稿件“<article>”，它在第<page>版，不在后面的版',
      ],
    ],
    hints: [
      ['A teaser sends readers to a later page.', '导读要指向后面的版'],
      ['Place it in a slot of a later page, or take it out of the teaser.', '把它排在后面的版上，或者从导读里去掉'],
    ],
  },
} as const satisfies Partial<Record<Code, Said>>;
