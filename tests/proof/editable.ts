/** A good file opened for one small edit, and saved again. */
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { Check } from '../../src/proof/preflight/types.js';

export interface BadFile {
  readonly name: string;
  /** The check that must name it. */
  readonly check: Check;
  /** Changes the document's objects … */
  readonly edit?: (file: Editable) => void;
  /** … or the bytes as saved. */
  readonly bytes?: (pdf: Buffer) => Buffer;
  readonly save?: { readonly useObjectStreams: boolean };
  /** Why the independent check lets it pass; left out where the two agree. */
  readonly alone?: string;
}

/** A good file opened for an edit. */
export class Editable {
  constructor(readonly document: PDFDocument) {}

  get page(): PDFDict {
    return this.document.getPages()[0]!.node;
  }
  get root(): PDFDict {
    return this.document.catalog;
  }
  get info(): PDFDict {
    return this.document.context.lookup(this.document.context.trailerInfo.Info as PDFRef, PDFDict);
  }
  get resources(): PDFDict {
    return this.page.lookup(PDFName.of('Resources'), PDFDict);
  }
  get content(): string {
    const stream = this.page.lookup(PDFName.of('Contents')) as PDFRawStream;
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  }
  set content(text: string) {
    this.page.set(
      PDFName.of('Contents'),
      this.document.context.register(this.document.context.flateStream(Buffer.from(text, 'latin1'))),
    );
  }
  draw(operators: string): void {
    this.content = `${this.content}\n${operators}\n`;
  }
  set(dict: PDFDict, entries: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(entries))
      dict.set(PDFName.of(key), this.document.context.obj(value as never));
  }
  /** Leaves the first half of a picture's data. */
  cutPicture(): void {
    const { context } = this.document;
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream) || object.dict.lookup(name('Subtype')) !== name('Image')) continue;
      const data = object.getContents();
      context.assign(ref, PDFRawStream.of(object.dict, data.subarray(0, data.length >> 1)));
    }
  }
  /** Leaves the first half of the contents' data. */
  cutContents(): void {
    const stream = this.page.lookup(PDFName.of('Contents')) as PDFRawStream;
    const data = stream.getContents();
    this.page.set(
      PDFName.of('Contents'),
      this.document.context.register(PDFRawStream.of(stream.dict, data.subarray(0, data.length >> 1))),
    );
  }
  /** Gives the first font another program, made of its own. */
  changeProgram(change: (program: Buffer) => Uint8Array): void {
    const descriptor = this.find('Type', 'FontDescriptor');
    const program = descriptor.lookup(PDFName.of('FontFile2')) as PDFRawStream;
    const changed = this.document.context.stream(change(Buffer.from(program.getContents())));
    descriptor.set(PDFName.of('FontFile2'), this.document.context.register(changed));
  }
  /** First dictionary of this kind anywhere, streams' own included. */
  find(key: string, value: string): PDFDict {
    for (const [, object] of this.document.context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object;
      if (dict instanceof PDFDict && dict.lookup(PDFName.of(key))?.toString() === `/${value}`) return dict;
    }
    throw new Error(`no ${key} ${value}`);
  }
}

/** Objects of a file as pdf-lib's, by shorthand. */
export const name = PDFName.of;

/** The good file with one edit. */
export const spoil = async (good: Uint8Array, bad: Pick<BadFile, 'edit' | 'bytes' | 'save'>): Promise<Buffer> => {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  bad.edit?.(new Editable(document));
  const saved = Buffer.from(
    await document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false, ...bad.save }),
  );
  return bad.bytes ? bad.bytes(saved) : saved;
};
