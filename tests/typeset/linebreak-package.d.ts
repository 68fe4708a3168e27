/** The `linebreak` package ships no types. `nextCharClass` is what its own table lookup is called. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextCharClass(): number;
    nextBreak(): { position: number; required: boolean } | null;
  }
}
