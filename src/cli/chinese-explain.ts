/** What `--explain` prints, in Chinese. What a template names (`story`, `rows`, slots) stays as it is written there. */
import { FAULTS } from '../diagnostics/chinese/faults.js';
import { type Form, type Lists, translated } from '../diagnostics/chinese/forms.js';
import { LISTS } from '../diagnostics/chinese/phrases.js';

/** An explanation in Chinese, line by line. */
export const explanationInChinese = (text: string): string =>
  text.replace(
    /^( *)(.+)$/gm,
    (_, indent: string, line: string) => indent + (translated(line, LINES, LINE_LISTS) ?? line),
  );

const LINES: readonly Form[] = [
  ['page <pages>: <template>, cost <cost>', '第<pages>版：<template>，代价<cost>'],
  [
    '<node>  <columns:strip>, lines <lines> (<n>)  cost <cost:word>: <parts:spent>',
    '<node>  <columns>，第<lines>行（<n>行）  代价<cost>：<parts>',
  ],
  [
    '<node>  <columns:strip>, lines <lines> (<n>)  cost <cost:word>',
    '<node>  <columns>，第<lines>行（<n>行）  代价<cost>',
  ],
  ['<cost:word>  gutters, and stories above weightier ones', '<cost>  栏缝太长、上下贯通，轻稿在重稿之上'],
  ['as a template of its own:', '写成一个模板：'],
  ['<cost:word>  <rule:word> <slots>: <what:fault>', '<cost>  <rule> <slots>：<what>'],
  ['not <template>: impossible', '没有用<template>：排不下'],
  ['not <template>: <cost>', '没有用<template>：代价<cost>'],
];

/** Messages of faults say first where they are, which stands in the tree here. */
const WHERE: Form = ['<place:place>: ', '<place>：'];
const RULE = /^\p{Script=Han}+(?:: |：)/u;
const faultForms = Object.values(FAULTS)
  .flatMap(({ messages }) => messages as readonly Form[])
  .flatMap(([english, chinese]): readonly Form[] =>
    english.startsWith(WHERE[0])
      ? [[english.slice(WHERE[0].length).replace(RULE, ''), chinese.slice(WHERE[1].length).replace(RULE, '')]]
      : [],
  );

const LINE_LISTS: Lists = {
  ...LISTS,
  fault: faultForms,
  strip: [
    ['columns <range:word>', '第<range>栏'],
    ['column <n:word>', '第<n>栏'],
  ],
  spent: [
    ['<one:part>, <rest:spent>', '<one>，<rest>'],
    ['<one:part>', '<one>'],
  ],
  part: [
    ['head <cost>', '标题<cost>'],
    ['columns <cost>', '变栏<cost>'],
    ['picture <cost>', '图片<cost>'],
    ['tables across columns <cost>', '跨栏表格<cost>'],
    ['tables <cost>', '表格<cost>'],
    ['looseness <cost>', '疏密<cost>'],
    ['white <cost>', '空白<cost>'],
    ['overset <cost>', '溢出<cost>'],
    ['passages left out <cost>', '删去文字<cost>'],
    ['drop cap left out <cost>', '首字不沉<cost>'],
    ['jump <cost>', '转版<cost>'],
    ['column ends and crossheads <cost>', '栏头栏尾和小标题<cost>'],
    ['columns made to end alike <cost>', '各栏末尾排齐<cost>'],
    ['shape <cost>', '形状<cost>'],
    ['wider gaps <cost>', '间隔加宽<cost>'],
  ],
};
