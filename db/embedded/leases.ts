import type { ServerResponse } from "node:http";

/**
 * Who uses a database that several programs share: each holds a request open for as long as it needs it. The
 * operating system closes the request of a program that was killed.
 */
export class Leases {
  #held = 0;
  #unusedTimer: NodeJS.Timeout | undefined;
  #startUnusedTimer: () => void = () => {};

  hold(response: ServerResponse) {
    this.#held++;
    clearTimeout(this.#unusedTimer);
    response.on("close", () => {
      this.#held--;
      if (this.#held === 0) this.#startUnusedTimer();
    });
    response.writeHead(200, { "content-type": "text/plain" });
    response.flushHeaders();
  }

  whenUnusedFor(milliseconds: number, callback: () => void) {
    this.#startUnusedTimer = () => {
      this.#unusedTimer = setTimeout(callback, milliseconds);
    };
    if (this.#held === 0) this.#startUnusedTimer();
  }
}
