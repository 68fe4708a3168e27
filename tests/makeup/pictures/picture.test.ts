/** A picture with its caption, drawn: what shows of it, and the line round it. */
import { describe, expect, it } from 'vitest';
import type { Size } from '../../../src/geometry/units.js';
import type { Picture } from '../../../src/issue/types.js';
import { arrangementsOf, type Cell } from '../../../src/makeup/pictures/group.js';
import {
  type Caption,
  type Captioning,
  captionIn,
  captionOf,
  drawPictureWithCaption,
} from '../../../src/makeup/pictures/picture.js';
import type { Area, Frame, Image, PlacedItem } from '../../../src/page/types.js';
import type { CaptionPlace } from '../../../src/template/types.js';
import { deskOf, layouts, picture } from '../desk.js';

const style = layouts.styles.stories.get('second')!;
const { leading } = style.caption;
const desk = deskOf([], [], []);
const captioning = (place: CaptionPlace): Captioning => ({ place, style, names: [], desk });
const arranged = (pictures: readonly Picture[], place: CaptionPlace, { width, height }: Size): readonly Cell[] =>
  arrangementsOf(pictures, captioning(place), { width, parts: null })(height)!.cells;

const flat = ({ children }: Frame): readonly PlacedItem[] =>
  children.flatMap(({ at, item }) =>
    item.kind === 'group'
      ? flat(item.frame).map((one) => ({ at: { x: at.x + one.at.x, y: at.y + one.at.y }, item: one.item }))
      : [{ at, item }],
  );
interface Drawn {
  readonly image: PlacedItem & { readonly item: Image };
  readonly areas: readonly (PlacedItem & { readonly item: Area })[];
  readonly text: number;
}
/** A picture's image and areas as painted, and its caption's first baseline. */
const drawn = ({ picture, caption, box, size }: Cell): Drawn => {
  const items = flat(drawPictureWithCaption(picture, caption, box, size, 'a', style));
  return {
    image: items.find(({ item }) => item.kind === 'image') as Drawn['image'],
    areas: items.filter(({ item }) => item.kind === 'area') as unknown as Drawn['areas'],
    text: items.find(({ item }) => item.kind === 'glyphs')!.at.y,
  };
};

describe('a caption on a panel in its picture’s foot', () => {
  const place = { width: 300, height: 240 };
  const panel = 5 + leading;

  it('leaves the picture what is above it, cropped for that', () => {
    const [cell] = arranged([picture(3000, 2000, { focus: { x: 0.5, y: 0.9 } })], 'on', place);
    const { image, text } = drawn(cell!);
    expect(cell!.caption.place).toBe('on');
    expect(image.item.size).toEqual({ width: 300, height: expect.closeTo(240 - panel, 6) });
    const { crop, size } = image.item;
    expect((3000 * crop.width) / (2000 * crop.height)).toBeCloseTo(size.width / size.height, 6);
    expect(text).toBeGreaterThan(image.item.size.height);
  });

  it('stands within the line round picture and panel, which is painted after both', () => {
    const [white, edge] = drawn(arranged([picture(3000, 2000)], 'on', place)[0]!).areas;
    expect([white!.at.y, white!.item.size.height]).toEqual([expect.closeTo(240 - panel, 6), expect.closeTo(panel, 6)]);
    const { width } = edge!.item.stroke!;
    expect(edge!.at).toEqual({ x: width / 2, y: width / 2 });
    expect(edge!.item.size.width).toBeCloseTo(300 - width, 6);
    expect(edge!.item.size.height).toBeCloseTo(240 - width, 6);
  });

  it('stands under the picture where the panel would take more than a quarter of it', () => {
    const at = (height: number) => arranged([picture(3000, 2000)], 'on', { width: 300, height })[0]!;
    expect(at(4 * panel + 1).caption.place).toBe('on');
    const low = at(4 * panel - 1);
    expect(low.caption).toMatchObject({ place: 'under', width: 300 });
    expect(drawn(low).areas).toHaveLength(1);
  });

  it('is as high as the others’ of its row, and stands where all of them do', () => {
    const long = picture(3000, 2000, { caption: '桥上的人很多。'.repeat(6) });
    const [first, second] = arranged([picture(3000, 2000), long], 'on', { width: 500, height: 200 });
    expect(first!.caption.count).toBeLessThan(second!.caption.count);
    expect(first!.box.height).toBe(second!.box.height);
    expect([first!.caption.place, second!.caption.place]).toEqual(['on', 'on']);
    const low = arranged([picture(3000, 2000), long], 'on', { width: 500, height: 90 });
    expect(low.map(({ caption }) => caption.place)).toEqual(['under', 'under']);
  });

  it('leaves a picture without words whole', () => {
    const [cell] = arranged([picture(3000, 2000, { caption: null, credit: null })], 'on', place);
    expect(cell!.box).toEqual(place);
  });
});

describe('a caption beside a picture', () => {
  const words = 8 * style.caption.size;
  const at = (width: number, count = 1) =>
    arranged(Array<Picture>(count).fill(picture(3000, 2000)), 'beside', { width, height: 200 });

  it('stands under it where its own column would take more than two fifths of their place', () => {
    expect(at(words * 2.5 + 1)[0]!.caption).toMatchObject({ place: 'beside', width: words });
    const [narrow] = at(words * 2.5 - 1);
    expect(narrow!.caption).toMatchObject({ place: 'under', width: words * 2.5 - 1 });
    expect(narrow!.box.width).toBe(words * 2.5 - 1);
  });

  it('stays there where pictures that find no room for that abreast do under each other', () => {
    const cells = at(words * 3, 2);
    expect(cells.map(({ caption }) => caption.place)).toEqual(['beside', 'beside']);
    expect(cells[1]!.at.y).toBeGreaterThan(cells[0]!.at.y);
  });
});

describe('a drawing that is shown whole', () => {
  it.each([
    [{ width: 300, height: 100 }, 0.5],
    [{ width: 300, height: 400 }, 3],
  ])('has the line round itself, and not round its place (%j)', (place, shape) => {
    const drawing = picture(1000 * shape, 1000, { whole: true });
    const { image, areas } = drawn(arranged([drawing], 'under', place)[0]!);
    const [edge] = areas;
    const { width } = edge!.item.stroke!;
    expect(edge!.at).toEqual({ x: image.at.x + width / 2, y: image.at.y + width / 2 });
    expect(edge!.item.size.width).toBeCloseTo(image.item.size.width - width, 6);
    expect(edge!.item.size.height).toBeCloseTo(image.item.size.height - width, 6);
  });

  it('has its caption at its foot and of its width, where that takes no line more', () => {
    const captioned = (width: number): { cell: Cell; own: Cell['caption']; text: PlacedItem[] } => {
      const drawing = picture(1000, 1000, { whole: true, caption: '桥上的人。'.repeat(4), credit: null });
      const [cell] = arranged([drawing], 'under', { width, height: 240 });
      const own = captionIn(cell!.box, drawing, cell!.caption, captioning('under'));
      const { box, size } = cell!;
      const items = flat(drawPictureWithCaption(drawing, own, box, size, 'a', style));
      return { cell: cell!, own, text: items.filter(({ item }) => item.kind === 'glyphs') };
    };
    const { cell, own, text } = captioned(300);
    const shown = cell.box.height;
    expect(own.width).toBeCloseTo(shown, 6);
    expect(text[0]!.at.x).toBeCloseTo((300 - shown) / 2, 6);
    // Upright in its place the drawing has white over it and under its caption.
    const upright = captioned(200);
    const foot = (upright.cell.box.height + 200) / 2;
    expect(upright.text[0]!.at.y - foot).toBeGreaterThan(4);
    expect(upright.text[0]!.at.y - foot).toBeLessThan(4 + leading);
    const narrow = arranged([picture(100, 1000, { whole: true })], 'under', { width: 300, height: 240 })[0]!;
    expect(captionIn(narrow.box, narrow.picture, narrow.caption, captioning('under'))).toBe(narrow.caption);
  });

  it('has its caption under it, where a panel would stand across the white beside it', () => {
    const [cell] = arranged([picture(1000, 1000, { whole: true })], 'on', { width: 300, height: 240 });
    expect(cell!.caption.place).toBe('under');
  });
});

describe('names in the words of a picture', () => {
  const textOf = (lines: Caption['lines']): readonly string[] => lines.map(({ text }) => text.trim());
  const words = (names: readonly string[], measure: number): Caption => {
    const shown = picture(1000, 1000, {
      caption: '新桥通车的头一天早早来到桥头的教师王岚同家人等了一个钟头。',
      credit: '通讯员 欧阳自远 司马青 摄',
    });
    return captionOf(shown, { ...captioning('under'), names }, measure * style.caption.size);
  };

  it('are not parted in its credit, which breaks at spaces and between words', () => {
    const names = ['欧阳自远', '司马青'];
    for (let measure = 5; measure < 14; measure++) {
      const credit = textOf(words(names, measure).credit);
      expect(credit.join(''), credit.join('|')).toMatch(/^通讯员 ?欧阳自远 ?司马青 ?摄$/);
      for (const name of names)
        expect(
          credit.some((line) => line.includes(name)),
          credit.join('|'),
        ).toBe(true);
    }
  });

  it('are not parted in its caption where its lines need not be opened far for that', () => {
    expect(textOf(words([], 18).lines)[0]).toMatch(/王$/);
    expect(textOf(words(['王岚'], 18).lines).some((line) => line.includes('王岚'))).toBe(true);
  });

  it('are whole in a narrow caption too, whose lines are ragged where they cannot be flush for that', () => {
    const lines = (before: number, names: readonly string[]): Caption['lines'] => {
      const caption = `${'桥'.repeat(before)}王小明和家人在路边垒起一个石堆休息。`;
      const shown = picture(1000, 1000, { caption, credit: null });
      return captionOf(shown, { ...captioning('under'), names }, 8 * style.caption.size).lines;
    };
    for (let before = 0; before < 16; before++) {
      const text = textOf(lines(before, ['王小明']));
      expect(
        text.some((line) => line.includes('王小明')),
        text.join('|'),
      ).toBe(true);
    }
    // Flush where nothing is parted.
    expect(lines(5, ['王小明'])).toEqual(lines(5, []));
    // One wider than its column is parted, and its lines stay flush.
    const name = '王小明欧阳自远司马青';
    expect(textOf(lines(0, [name]))).toEqual(textOf(lines(0, [])));
  });
});
