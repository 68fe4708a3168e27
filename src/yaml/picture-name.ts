/**
 * The name of a picture's file, by its ending: where a picture is looked for, and where one stands in an article's
 * place. A pattern of names is none.
 */
export const PICTURE_NAME = /^[^{}]*\.(?:jpe?g|png|webp|tiff?|pdf|ai)$/i;
