/** The galleries of one issue, one after another: another one where fonts or press are others. */
import type { Image } from '../page/types.js';
import type { ShownIssue } from './board.js';
import { createGallery, type Gallery } from './gallery.js';
import type { Ready } from './reader.js';

/** The gallery that pages are hung in, and whether it takes the place of the one that is shown once all of them hang. */
export interface Hanging {
  readonly gallery: Gallery;
  readonly isNew: boolean;
}

/** Opens galleries, and says where their pictures are to be had. */
export class Galleries {
  /**
   * Counts galleries and changes of pictures, on from the time of day: what a browser has of an earlier one, or of an
   * earlier run at the same address, is never taken for this one's.
   */
  private generation: number;

  /** `now`: milliseconds since 1970. */
  constructor(now: number) {
    this.generation = Math.floor(now);
  }

  /** Pictures drawn from now on are others than those that browsers have. */
  renewPictures(): void {
    this.generation++;
  }

  /** The gallery that pages of these values hang in. */
  galleryFor({ desk, press }: Ready, shown: ShownIssue | null): Hanging {
    if (shown !== null && shown.ready.desk.fonts === desk.fonts && shown.ready.press === press) {
      return { gallery: shown.gallery, isNew: false };
    }
    const prefix = `banxin-${++this.generation}-`;
    const pictureUrl = ({ file, black, lettering }: Image, small: boolean): string => {
      const inBlack = black === true ? `&amp;black=${lettering === true ? 'solid' : 'greys'}` : '';
      return `/picture?file=${encodeURIComponent(file)}&amp;v=${this.generation}${inBlack}${small ? '&amp;small=1' : ''}`;
    };
    return { gallery: createGallery((id) => desk.fonts.face(id), press.profile, prefix, pictureUrl), isNew: true };
  }
}
