import { Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/**
 * Hands on what comes from a terminal a character at a time. A fast hand, or a slow line, brings several keys in one chunk;
 * readline puts all but the last of a chunk at the end of the line, wherever the arrow keys have moved to
 * (`kInsertString` of Node's internal/readline/interface, while `isCompletionEnabled` is false). What belongs together, as
 * the three characters of an arrow key, it puts together itself, however it is cut.
 */
export function keyByKey(): Transform {
  const decoder = new StringDecoder("utf8");
  return new Transform({
    // As objects, since a stream of text would join them again.
    readableObjectMode: true,
    transform(chunk: Buffer, _encoding, done) {
      for (const character of decoder.write(chunk)) this.push(character);
      done();
    },
  });
}
