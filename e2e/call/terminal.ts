import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Ask } from "./asked-answers";
import { keyByKey } from "./key-by-key";

/** As much of a terminal, or of a pipe, as is needed of it: the process's own, or a test's. */
export type TerminalInput = Readable & { isTTY?: boolean; setRawMode?: (isRaw: boolean) => unknown };

/** Puts questions to whoever sits at a terminal, or takes the answers from a pipe. */
export function openTerminal(stdin: TerminalInput, stdout: Writable): { ask: Ask; close(): void } {
  const isTerminal = stdin.isTTY === true;
  const terminal = isTerminal ? editedLines(stdin, stdout) : createInterface({ input: stdin });
  const typed = terminal[Symbol.asyncIterator]();
  let hasEnded = false;
  terminal.on("close", () => {
    hasEnded = true;
  });
  // Ctrl C ends the call as hanging up does, so that the log has its end; pressed again it ends the process.
  terminal.on("SIGINT", () => terminal.close());
  return {
    ask: async (question) => {
      const asked = `         ${question}`;
      // After Ctrl C, Ctrl D or the end of a pipe nobody is there to be asked; lines that came before are still read.
      if (hasEnded || !isTerminal) stdout.write(asked);
      else {
        terminal.setPrompt(asked);
        // The cursor stays where it is: what was typed before the question came is its beginning.
        terminal.prompt(true);
      }
      const line = await typed.next();
      const answer = line.done ? null : line.value.trim();
      // What is typed at a terminal is seen by itself, and with Enter its line ends; an answer from a pipe is not.
      if (!isTerminal) stdout.write(`${answer ?? ""}\n`);
      else if (answer === null) stdout.write("\n");
      return answer;
    },
    close: () => terminal.close(),
  };
}

/** Given the output too, readline lets a line be edited with the arrow keys, and asks again below what is printed meanwhile. */
function editedLines(stdin: TerminalInput, stdout: Writable): Interface {
  const keys = Object.assign(keyByKey(), {
    setRawMode: (isRaw: boolean) => stdin.setRawMode?.(isRaw),
  });
  stdin.pipe(keys);
  const terminal = createInterface({ input: keys, output: stdout, terminal: true });
  terminal.on("close", () => {
    // Left flowing it would keep the process from ending.
    stdin.unpipe(keys);
    stdin.pause();
  });
  return terminal;
}
