/**
 * Plain data with large buffers in it as the parts of a file, and back: buffers go out and come back as they are,
 * without a copy of them.
 */
import { Deserializer, Serializer } from 'node:v8';

declare module 'node:v8' {
  interface Serializer {
    /** Documented, but not in Node's types. */
    _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void;
  }
}

/** Numbers of four bytes before the data: how long it is, and each buffer after it. */
const FIELD = 4;

/** The parts of the value, in order. Of views only `Uint8Array`s are buffers; there may be no others. */
export const pack = (value: unknown): readonly Uint8Array[] => {
  const packer = new Packer();
  packer.writeHeader();
  packer.writeValue(value);
  const data = packer.releaseBuffer();
  const { buffers } = packer;
  const lengths = Uint32Array.from([buffers.length, data.length, ...buffers.map(({ length }) => length)]);
  return [new Uint8Array(lengths.buffer), data, ...buffers];
};

/** The value whose parts lie one after the other in `bytes`; its buffers are views into them. */
export const unpack = (bytes: Buffer): unknown => {
  const count = bytes.readUInt32LE(0);
  let at = FIELD * (2 + count);
  const next = (index: number): Buffer => {
    const length = bytes.readUInt32LE(FIELD * (1 + index));
    at += length;
    return bytes.subarray(at - length, at);
  };
  const data = next(0);
  const unpacker = new Unpacker(
    data,
    Array.from({ length: count }, (_, index) => next(index + 1)),
  );
  unpacker.readHeader();
  return unpacker.readValue();
};

class Packer extends Serializer {
  readonly buffers: Uint8Array[] = [];

  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  /** Called for every view by Node's serializer. */
  _writeHostObject(view: unknown): void {
    if (!(view instanceof Uint8Array)) throw new Error('only bytes can be packed');
    this.writeUint32(this.buffers.push(view) - 1);
  }
}

class Unpacker extends Deserializer {
  constructor(
    data: Buffer,
    private readonly buffers: readonly Buffer[],
  ) {
    super(data);
  }

  _readHostObject(): Uint8Array {
    return this.buffers[this.readUint32()]!;
  }
}
