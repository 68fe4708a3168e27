import type { Code } from '../catalogue.js';
import type { Said } from './types.js';

/** The press and preflight. */
export const PRESS = {
  'picture-refused': {
    messages: [
      ['<file>: cannot be read (<why:unreadable>)', '无法读取“<file>”（<why>）'],
      // The picture library's own words.
      ['<file>: cannot be read (<why>)', '无法读取“<file>”（<why>）'],
    ],
    hints: [['Export the picture again as JPEG, PNG or TIFF.', '把图片重新导出为JPEG、PNG或TIFF']],
  },
  'picture-resolution': {
    messages: [
      [
        '<place:place>: 图片不清: <file> prints at <ppi> pixels an inch; newsprint wants <good>, at least <least>.',
        '<place>：图片不清：“<file>”印出来每英寸<ppi>像素；新闻纸要<good>，至少<least>',
      ],
      [
        '<place:place>: 图片不清: <file> prints at <ppi> pixels an inch; under <least> its file fails preflight, and newsprint wants <good>.',
        '<place>：图片不清：“<file>”印出来每英寸只有<ppi>像素；不到<least>过不了印前检查，新闻纸要<good>',
      ],
    ],
    hints: [
      [
        'Set the picture smaller, crop less of it, or find a larger one: so large it needs <width> × <height> pixels.',
        '把图片排小些、少裁些，或者换一张大图：排这么大要<width>×<height>像素',
      ],
    ],
  },
  'picture-ink': {
    messages: [
      [
        '<file> came separated, with more than <n> % ink; its shadows were reduced.',
        '“<file>”来时已分色，总墨量超过<n>%，暗调已减墨',
      ],
    ],
    hints: [['Give the picture in RGB: it is then separated for this press.', '改交RGB图片，由程序按这台印刷机分色']],
  },
  'drawing-unfit': {
    messages: [
      [
        '<file> is printed as pixels, for the press cannot take it as it is: <one:finding>; and <n> more',
        '“<file>”不能原样付印，按图片印：<one>；另有<n>处',
      ],
      [
        '<file> is printed as pixels, for the press cannot take it as it is: <one:finding>',
        '“<file>”不能原样付印，按图片印：<one>',
      ],
    ],
    hints: [
      ['Ask its maker for PDF/X-1a: its type and lines stay sharp then.', '让制作方另出一份PDF/X-1a：文字和线条才清楚'],
      ['Ask its maker for it in the four process inks.', '让制作方把专色改成四色'],
      [
        'Ask its maker to embed its fonts as subsets, or to turn its type into outlines.',
        '让制作方嵌入字体（子集），或者把文字转曲',
      ],
      ['Ask its maker for black type in black ink alone.', '让制作方把黑字改成单黑（K100）'],
      ['Ask its maker for small type in one ink, or larger.', '让制作方把小字改成一种墨，或者加大字号'],
      ['Ask its maker for white type that is larger, and does not overprint.', '让制作方加大反白字，并去掉白色的叠印'],
      ['Ask its maker for heavier rules, or for rules in one ink.', '让制作方加粗线条，或者改成一种墨'],
      [
        'Ask its maker for finer pictures in it: drawn anew they do not become so.',
        '让制作方换更清楚的图：重新绘制也不会变清楚',
      ],
      ['Ask its maker for it separated for newsprint.', '让制作方按新闻纸重新分色'],
    ],
  },
  'drawing-delicate': {
    messages: [
      [
        '<file> is printed as it is, but newsprint is too coarse for some of it: <one:finding>; and <n> more',
        '“<file>”照原样印，但新闻纸粗，有的地方怕印不清：<one>；另有<n>处',
      ],
      [
        '<file> is printed as it is, but newsprint is too coarse for some of it: <one:finding>',
        '“<file>”照原样印，但新闻纸粗，有的地方怕印不清：<one>',
      ],
    ],
    hints: [
      ['Ask its maker for small type in one ink, or larger.', '让制作方把小字改成一种墨，或者加大字号'],
      ['Ask its maker for white type that is larger, and does not overprint.', '让制作方加大反白字，并去掉白色的叠印'],
      ['Ask its maker for heavier rules, or for rules in one ink.', '让制作方加粗线条，或者改成一种墨'],
    ],
  },
  'drawing-notes': {
    messages: [
      [
        '<file>: what was put over its page is not printed (<kinds>)',
        '“<file>”：盖在页面上的批注、印章或表单内容不印（<kinds>）',
      ],
    ],
    hints: [
      [
        'If it belongs to the picture have it flattened into the page; if it is a remark never mind.',
        '如果是广告的内容，让制作方把它压平到页面里；如果只是意见，不必理会',
      ],
    ],
  },
  'advertisement-black': {
    messages: [
      [
        '<place:place>: the advertisement <file> has colours, and its page is printed in black alone',
        '<place>：广告“<file>”有颜色，而这一版只印黑墨',
      ],
    ],
    hints: [['Put it on a page in colour, or take a picture made for black.', '把它移到彩色版，或者换一张黑白的图']],
  },
  'press-profile-stand-in': {
    messages: [
      [
        'No press profile is named: pictures are separated with a general one as a stand-in.',
        '没有指定印刷机的特性文件：图片暂用通用的特性文件分色',
      ],
    ],
    hints: [['Name the newspaper profile of your printer in paper.yaml.', '在paper.yaml里写上印刷厂的新闻纸特性文件']],
  },
  'press-profile-missing': {
    messages: [['The press profile <file> cannot be read.', '无法读取印刷机的特性文件“<file>”']],
    hints: [
      [
        'Name the CMYK output profile of your printer in paper.yaml, or none for the stand-in.',
        '在paper.yaml里写上印刷厂的CMYK输出特性文件；不写就用通用的',
      ],
    ],
  },
  'press-profile-unfit': {
    messages: [['The press profile <file> <fault:profile>.', '印刷机的特性文件“<file>”<fault>']],
    hints: [
      [
        'Name the CMYK output profile of your printer in paper.yaml, or none for the stand-in.',
        '在paper.yaml里写上印刷厂的CMYK输出特性文件；不写就用通用的',
      ],
    ],
  },
  'preflight-failed': {
    messages: [['<file> fails preflight: <findings:findings>', '“<file>”未通过印前检查：<findings>']],
    hints: [
      [
        'It is written as <file>. Mend what is named; a last good file stays under its own name.',
        '文件写成了“<file>”。改正上面所说的毛病；上一次合格的文件仍在，名称不变。',
      ],
    ],
  },
} as const satisfies Partial<Record<Code, Said>>;
