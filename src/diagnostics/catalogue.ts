/** Every code a diagnostic can carry, with one line that explains it. `npm test` holds that each is used. */
export const CATALOGUE = {
  // Files and YAML
  'file-missing': 'A file that is named does not exist.',
  'file-unreadable': 'A file exists but cannot be read.',
  'file-encoding': 'A text file is not UTF-8.',
  'merge-conflict': 'A text in which two versions stand, for a merge was not finished.',
  'path-outside': 'A path leads out of the folder it belongs to.',
  'yaml-syntax': 'The YAML cannot be parsed.',
  'yaml-duplicate-key': 'One key stands twice in the same map.',
  'yaml-feature': 'A YAML feature that these files do without: anchors, aliases, tags, several documents.',
  'key-unknown': 'A key that the file format does not have.',
  'key-missing': 'A key that the file format needs is absent.',
  'value-invalid': 'A value is of the wrong type or form.',

  // Layouts
  'paper-unknown': 'No folder of that name under layouts/.',
  'paper-type-area': 'The type area does not fit on the sheet.',
  'style-unknown': 'A style, headline style or ink that styles.yaml does not define.',
  'font-unknown': 'A style names a role that fonts.yaml does not have.',
  'style-cycle': 'Styles extend each other in a circle.',
  'style-missing': 'A story style lacks a part, and no text style stands in for it.',
  'body-size': 'Body text of another size than its columns are measured in.',
  'leading-small': 'Lines of a style that are less apart than they are tall.',
  'template-none': 'The paper has no page templates.',
  'template-duplicate': 'Two templates carry one name.',
  'slot-duplicate': 'Two leaves of a template carry one slot name.',
  'template-widths': 'The widths in a template do not add up to those of the page.',
  'template-heights': 'The heights in a template cannot add up to those of the page.',
  'headline-cover':
    'A headline over some columns that does not say how many, or says all, or leaves an odd rest round the middle; one over all that says how many.',
  'picture-aside': 'A picture for the middle of columns whose number leaves an odd rest beside it.',
  'template-divide': 'A slot is to be cut into more text columns than any width that it may have holds.',
  'template-range': 'A range that ends before it begins, or exceeds the page.',
  'free-region': 'A free region that is not alone, lies on a spread, or does not say what one of its stories may be.',
  'advertisement-size': 'An advertisement does not fit the columns or lines it is given.',

  // Fonts
  'fonts-unreadable': 'fonts.yaml cannot be read.',
  'font-missing': 'A font file that fonts.yaml names is not there.',
  'font-format': 'A file that is no font, or a font in a format that cannot be used.',
  'font-damaged': 'A font file that breaks off, lacks a table, or holds what was not in it when it was made.',
  'font-sum': 'A font file that is not the one that fonts.yaml means by its sum.',
  'font-member': 'A collection of fonts without the name of the one meant, or a name that no font of the file has.',
  'font-variable': 'A variable font: it prints in its default weight.',

  // Issue and plan
  'issue-number': 'An issue number that is no plain name.',
  'issue-unknown': 'No folder of that number under issues/, or no such folder of issues.',
  'issue-mismatch': 'The number in issue.yaml is not that of its folder.',
  'date-invalid': 'A date that the calendar does not have.',
  'page-count': 'The number of pages differs from what issue.yaml promises, or a page between others is not planned.',
  'page-duplicate': 'One page is planned twice.',
  'page-spread': 'Two pages that do not face each other.',
  'part-page': 'A part of the issue that does not begin on a right page of its own.',
  'layout-unknown': 'A page names a template or kind that the paper does not have.',
  'layout-pages': 'A spread template on a single page, or the reverse.',
  'layout-skipped': 'One of a page’s templates lacks a slot that the plan fills, and is left out.',
  'slot-unknown': 'A slot that the page’s templates do not have.',
  'slot-kind': 'What stands in a slot is not of the slot’s kind.',
  'free-too-many': 'More stories than the template’s free region takes.',
  'staff-unprinted': 'A page names who made it, and has no folio line to print that in.',
  'slot-empty': 'Nothing stands in a slot; make-up leaves it out.',
  'article-unknown': 'An article that has no file.',
  'article-twice': 'An article is placed twice.',
  'article-unplaced': 'An article stands on no page.',
  'page-unknown': 'A page is asked for that the plan does not have.',
  'jump-order': 'A continuation does not come on a page after the article’s beginning.',
  'teaser-target': 'A teaser points to an article that is on no later page.',

  // Manuscripts
  'front-matter': 'An article does not begin with front matter between two lines of ---.',
  'headline-empty': 'An article has no headline.',
  'body-empty': 'An article in a story slot has no body.',
  'markdown-unknown': 'Markdown that a newspaper story cannot carry.',
  'crosshead-alone': 'A crosshead with no text under it.',
  'comment-swallowed': 'Text of front matter that YAML takes for a comment.',
  'markdown-stars': 'Asterisks or tildes that did not mark anything, and marks in front matter, which is plain text.',
  'table-form': 'A table that is not written as one, or is no more than a head or a column.',
  'table-ragged': 'A row of a table has more or fewer cells than the others.',
  'paragraphs-joined':
    'Lines that look like paragraphs, or like a table with tabs, but have no empty line between them.',
  'text-control': 'An invisible control character, left out.',
  'text-damaged': 'Half a character, or the mark a failed conversion leaves behind.',
  'stop-half-width': 'A full stop that may be meant for 。 or for ·.',
  'qr-link': 'The link of a QR code is so long that its squares would be too small for newsprint.',
  'quote-unpaired': 'A quotation mark or bracket without its partner, or the wrong way round.',
  'mark-mistyped': 'Signs that stand for a mark of GB/T 15834 and are another: dots, hyphens, a wrong zero.',
  'marks-doubled': 'Marks in a row of which one is enough.',
  'picture-format': 'A picture that cannot be read, or of a kind newsprint cannot use.',
  'picture-truncated': 'A picture file that breaks off or is damaged.',
  'picture-size': 'A picture of absurd size.',
  'picture-missing': 'An article in a photo slot has no picture.',
  'picture-unused': 'An article’s picture has no place in its slot.',

  // Make-up
  'glyph-missing': 'A character that no font of its role has.',
  'glyph-fallback': 'A character that the first font of its role lacks; a later one’s glyph prints.',
  'page-impossible': 'None of the page’s templates can hold the stories placed on it, or nothing stands there.',
  'jump-not-needed': 'A continuation has nothing left to print: its story ended on a page before.',
  'line-overfull':
    'A line that no rule lets break is wider than its column or, in a head or caption, than its measure.',
  'line-loose': 'A line ends short, for what follows it cannot break.',
  'table-wide': 'A table needs more width than its column has; what stands out of its cells runs into others.',
  'qr-small': 'The column of a QR code is so narrow that its squares are too small for newsprint.',
  overset: 'Copy that does not fit its slot; it stands on the proof only.',
  'passage-left-out': 'A passage that may be left out (~~…~~) is, so that its slot comes out.',
  white: 'Columns that end short, or holes.',

  // The press
  'picture-refused': 'A picture that cannot be printed as it is placed.',
  'picture-resolution': 'A picture with too few pixels for its size on the page.',
  'drawing-unfit': 'A PDF that the press cannot take as it is: it is printed as pixels.',
  'drawing-delicate':
    'A PDF prints as it is, with type or rules that newsprint is too coarse for: pixels would be no better.',
  'drawing-notes': 'Notes, stamps or filled-in fields lie over the page of a PDF: they are not printed.',
  'picture-ink': 'A picture with more ink than newsprint takes.',
  'advertisement-black': 'An advertisement with colours stands on a page that is printed in black alone.',
  'press-profile-stand-in': 'No press profile is named; one built in separates the colours.',
  'press-profile-missing': 'The press profile that paper.yaml names cannot be read.',
  'press-profile-unfit': 'The press profile is not one for CMYK printing.',

  // Make-up faults
  'picture-cropped': 'Less of a picture is shown than its slot keeps.',
  'headlines-clash': 'Two like headlines stand side by side (碰题).',
  'lead-outweighed': 'A lesser story’s headline is no smaller than that of the page’s lead (主次不分).',
  'headline-lines': 'A headline has more lines than its style allows, for it is too long.',
  'headline-small': 'A headline is set smaller than its style allows, for it is too long.',
  'headline-short': 'A headline does not stand over its whole story (题不盖文).',
  'through-gutter': 'A gutter runs the height of the page (通缝).',
  'corners-one-sided': 'Weight stands in the corners of one side only.',
  'column-broken': 'Text jumps over a headline or picture out of order (断栏).',
  'crosshead-at-foot': 'A crosshead stands at the foot of a column, away from its text (背题).',
  'character-alone': 'A last line holds one character (孤字).',

  // The program
  fault: 'The program itself failed; the preview goes on with the last good pages.',

  // Output
  'preflight-failed': 'A written file that a press would reject; it stands under its failed name.',
  'output-unwritable': 'The folder to write into cannot be written.',
  'output-left': 'What an earlier build left beside the output cannot be brought back or taken away.',
} as const;

/** A code of the catalogue. */
export type Code = keyof typeof CATALOGUE;
