/**
 * The key of a form that another hand drew: an advertisement, a chart. What is hard to print there, and would be no
 * easier as pixels, is for whoever drew it to change, and no reason to stop a page.
 */
export const ARTWORK = 'BanxinArtwork';
