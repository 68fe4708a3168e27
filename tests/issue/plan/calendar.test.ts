import { describe, expect, it } from 'vitest';
import {
  chineseDate,
  chineseNumber,
  lunarDate,
  parseDate,
  rewrittenDate,
  weekday,
  whyNoDay,
} from '../../../src/issue/plan/calendar.js';

const day = (text: string) => parseDate(text) ?? expect.fail(`${text} should exist`);

describe('calendar', () => {
  it.each([
    ['2021-13-01', 'Months go from 01 to 12.'],
    ['2021-00-01', 'Months go from 01 to 12.'],
    ['2021-12-32', 'Days of that month go from 01 to 31.'],
    ['2021-02-29', 'Days of that month go from 01 to 28.'],
    ['2024-02-30', 'Days of that month go from 01 to 29.'],
    ['3 December', 'Write year-month-day with two digits each: 2021-12-03.'],
  ])('%s is no day: %s', (text, why) => {
    expect(parseDate(text)).toBeNull();
    expect(whyNoDay(text)).toBe(why);
  });

  it.each([
    ['2021-12-03', '星期五', '辛丑年十月廿九', '2021年12月3日'],
    ['2024-02-10', '星期六', '甲辰年正月初一', '2024年2月10日'],
    ['2024-02-09', '星期五', '癸卯年十二月三十', '2024年2月9日'],
    ['2023-03-22', '星期三', '癸卯年闰二月初一', '2023年3月22日'],
    ['2020-05-23', '星期六', '庚子年闰四月初一', '2020年5月23日'],
    ['2025-07-25', '星期五', '乙巳年闰六月初一', '2025年7月25日'],
    ['2021-12-04', '星期六', '辛丑年十一月初一', '2021年12月4日'],
    ['2022-09-10', '星期六', '壬寅年八月十五', '2022年9月10日'],
    ['2022-09-15', '星期四', '壬寅年八月二十', '2022年9月15日'],
    ['1949-10-01', '星期六', '己丑年八月初十', '1949年10月1日'],
  ])('%s is %s, %s', (text, name, lunar, long) => {
    expect([weekday(day(text)), lunarDate(day(text)), chineseDate(day(text))]).toEqual([name, lunar, long]);
  });

  it.each(['2021-02-29', '2021-13-01', '2021-00-10', '2021-12-32', '2021-12-3', '2021/12/03', '1900-02-29', ''])(
    'knows no day %j',
    (text) => expect(parseDate(text)).toBeNull(),
  );

  it.each([
    ['2021年12月3日', '2021-12-03'],
    ['2021/12/3', '2021-12-03'],
    ['2021.12.03', '2021-12-03'],
    ['20211203', '2021-12-03'],
    ['“2021-12-03”', '2021-12-03'],
    ['２０２１－１２－０３', '2021-12-03'],
    ['2021-12-03 08:00', '2021-12-03'],
    ['2021-12-03T08:00:00Z', '2021-12-03'],
    ['2021年12月3日 星期五', '2021-12-03'],
    ['2021年12月3日（周五）', '2021-12-03'],
    ['2021-2-29', null],
    ['二〇二一年', null],
  ])('takes %j for a day in another form', (text, written) => expect(rewrittenDate(text)).toBe(written));

  it('knows the leap days', () => {
    expect(parseDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(parseDate('2000-02-29')).not.toBeNull();
  });

  it('counts pages in Chinese', () => {
    expect([0, 1, 4, 10, 12, 20, 21, 48, 100, 105, 110, 112, 1000, 1001, 1010, 2021].map(chineseNumber)).toEqual([
      '零',
      '一',
      '四',
      '十',
      '十二',
      '二十',
      '二十一',
      '四十八',
      '一百',
      '一百零五',
      '一百一十',
      '一百一十二',
      '一千',
      '一千零一',
      '一千零一十',
      '二千零二十一',
    ]);
  });
});
