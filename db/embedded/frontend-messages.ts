const initialBytes = 8 * 1024;

/**
 * What a client says to Postgres, written into one growing buffer so that a whole request crosses
 * into WebAssembly once. Source: "Message Formats" in the PostgreSQL manual.
 */
export class FrontendMessages {
  #buffer = Buffer.allocUnsafe(initialBytes);
  #length = 0;

  /** Parameter types are left for Postgres to infer, as Neon leaves them. */
  parse(name: string, text: string) {
    const start = this.#begin("P");
    this.#cString(name);
    this.#cString(text);
    this.#int16(0);
    this.#end(start);
  }

  describe(name: string) {
    const start = this.#begin("D");
    this.#cString(`S${name}`);
    this.#end(start);
  }

  /** Parameters and results are text: no format codes means "text" for all of them. */
  bind(name: string, params: readonly (string | null)[]) {
    const start = this.#begin("B");
    this.#cString("");
    this.#cString(name);
    this.#int16(0);
    this.#int16(params.length);
    for (const param of params) this.#value(param);
    this.#int16(0);
    this.#end(start);
  }

  execute() {
    const start = this.#begin("E");
    this.#cString("");
    this.#int32(0);
    this.#end(start);
  }

  close(name: string) {
    const start = this.#begin("C");
    this.#cString(`S${name}`);
    this.#end(start);
  }

  sync() {
    this.#end(this.#begin("S"));
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #begin(type: string): number {
    this.#reserve(5);
    this.#buffer.write(type, this.#length, "latin1");
    this.#length += 5;
    return this.#length - 4;
  }

  /** The length counts itself and what follows, not the type before it. */
  #end(start: number) {
    this.#buffer.writeInt32BE(this.#length - start, start);
  }

  #value(value: string | null) {
    if (value === null) return this.#int32(-1);
    const bytes = Buffer.byteLength(value);
    this.#int32(bytes);
    this.#reserve(bytes);
    this.#length += this.#buffer.write(value, this.#length);
  }

  #cString(text: string) {
    this.#reserve(Buffer.byteLength(text) + 1);
    this.#length += this.#buffer.write(text, this.#length);
    this.#buffer[this.#length++] = 0;
  }

  #int16(value: number) {
    this.#reserve(2);
    this.#length = this.#buffer.writeUInt16BE(value, this.#length);
  }

  #int32(value: number) {
    this.#reserve(4);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
  }

  #reserve(bytes: number) {
    const needed = this.#length + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
