/** Files whose page contents cannot be followed, or name what is not there. */
import { PDFDict } from '@cantoo/pdf-lib';
import { type BadFile, type Editable, name } from './editable.js';

const spoilt = (what: string, operators: string): BadFile => ({
  name: what,
  check: 'structure',
  edit: (f) => f.draw(operators),
});

/** What the independent check's readers pass over without a word. */
const passedOver = (what: string, operators: string): BadFile => ({
  ...spoilt(what, operators),
  alone: 'its readers pass over it',
});

const inline = (space: string, data: string): string =>
  `q 2 0 0 2 50 50 cm BI /W 9 /H 9 /BPC 8 ${space} ID ${data} EI Q`;

/** Forms that stand in each other so deep, around contents; gives the call of the first. */
const callsIn = (f: Editable, deep: number, contents: string): string => {
  const { context } = f.document;
  let inner = { call: contents, resources: {} };
  for (let form = 0; form < deep; form++) {
    const ref = context.register(
      context.stream(inner.call, {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 99, 99],
        Resources: inner.resources,
      }),
    );
    inner = { call: '/Inner Do', resources: { XObject: { Inner: ref } } };
    f.resources.lookup(name('XObject'), PDFDict).set(name('Inner'), ref);
  }
  return '/Inner Do';
};

export const BAD_CONTENTS: readonly BadFile[] = [
  {
    name: 'contents whose data breaks off',
    check: 'structure',
    edit: (f) => f.cutContents(),
  },
  {
    name: 'contents cut in the middle',
    check: 'structure',
    edit: (f) => {
      f.content = f.content.slice(0, f.content.lastIndexOf('TJ') - 3);
    },
  },
  spoilt('a string that does not end', 'BT 0 0 0 1 k /F1 12 Tf 1 0 0 1 30 30 Tm <0001 Tj ET'),
  spoilt('an array that does not end', 'BT 0 0 0 1 k /F1 12 Tf 1 0 0 1 30 30 Tm [<0001> TJ ET'),
  spoilt('a dictionary that does not end', '/Span <</ActualText (a) BDC EMC'),
  spoilt('a bracket that closes nothing', '] 10 10 5 5 re n'),
  passedOver('q without Q', 'q 10 10 5 5 re n'),
  passedOver('Q without q', '10 10 5 5 re n Q'),
  passedOver('text that does not end', 'BT'),
  passedOver('a mark that does not end', '/Span BMC'),
  spoilt('text outside BT … ET', '/F1 12 Tf <0001> Tj'),
  passedOver('an unknown operator', '10 10 5 5 rex n'),
  passedOver('an operator with too few operands', '10 10 5 re n'),
  passedOver('an operator with too many operands', '10 10 5 5 5 re n'),
  passedOver('an operator with other operands', '(10) w'),
  passedOver('a colour of too few values', '/DeviceCMYK cs 1 0 0 scn 10 10 5 5 re f'),
  spoilt('a font that is not there', '0 0 0 1 k BT /F9 12 Tf 1 0 0 1 30 30 Tm <0001> Tj ET'),
  passedOver('a picture that is not there', '/I9 Do'),
  passedOver('a graphics state that is not there', '/G9 gs'),
  passedOver('a colour space that is not there', '/S9 cs'),
  passedOver('a pattern that is not there', '/Pattern cs /P9 scn 10 10 5 5 re f'),
  passedOver('a shading that is not there', '/Sh9 sh'),
  passedOver('properties that are not there', '/OC /MC9 BDC EMC'),
  {
    name: 'a picture that the resources name and the file lacks',
    check: 'structure',
    edit: (f) => f.resources.lookup(name('XObject'), PDFDict).set(name('I1'), f.document.context.nextRef()),
  },
  {
    name: 'a font of another type',
    check: 'structure',
    edit: (f) => f.set(f.find('Subtype', 'Type0'), { Type: 'Fond' }),
    alone: 'its readers pass over it',
  },
  {
    name: 'a picture of another type',
    check: 'structure',
    edit: (f) => f.set(f.find('Subtype', 'Image'), { Subtype: 'Imag' }),
    alone: 'its readers pass over it',
  },
  {
    name: 'an inline picture in RGB',
    check: 'colour-spaces',
    edit: (f) => f.draw(inline('/CS /RGB', 'x'.repeat(243))),
  },
  {
    name: 'an inline picture in a palette',
    check: 'colour-spaces',
    edit: (f) => f.draw(inline('/CS [/I /RGB 0 <ff0000>]', '\\0'.repeat(81))),
  },
  {
    name: 'an inline picture too coarse',
    check: 'resolution',
    edit: (f) => f.draw(inline('/CS /G', 'x'.repeat(81)).replace('2 0 0 2', '90 0 0 90')),
  },
  {
    name: 'an RGB area that is clipped away',
    check: 'colour-spaces',
    edit: (f) => f.draw('q 10 10 5 5 re W n 1 0 0 rg 100 100 50 50 re f Q'),
  },
  {
    name: 'a form that paints itself',
    check: 'structure',
    edit: (f) => {
      const { context } = f.document;
      const own = context.nextRef();
      const resources = { XObject: { Own: own } };
      context.assign(
        own,
        context.stream('/Own Do', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: resources }),
      );
      f.resources.lookup(name('XObject'), PDFDict).set(name('Own'), own);
      f.draw('/Own Do');
    },
    alone: 'its readers stop at it without a word',
  },
  {
    name: 'forms deeper in each other than states can be saved',
    check: 'structure',
    edit: (f) => f.draw(callsIn(f, 29, '10 10 5 5 re n')),
    alone: 'its readers follow it',
  },
  {
    name: 'an RGB area twelve forms deep',
    check: 'colour-spaces',
    edit: (f) => f.draw(callsIn(f, 12, '1 0 0 rg 10 10 5 5 re f')),
  },
  spoilt('an inline picture that does not end', inline('/CS /G', 'x'.repeat(81)).replace(' EI Q', '')),
];
