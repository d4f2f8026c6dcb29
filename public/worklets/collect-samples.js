/** Hands on what a microphone hears, some 40 ms at a time. Runs beside the page, as the Web Audio API's worklets do. */
class CollectSamples extends AudioWorkletProcessor {
  #collected = new Float32Array(2048);
  #count = 0;

  process([input]) {
    const [heard] = input ?? [];
    if (heard) this.#collect(heard);
    return true;
  }

  #collect(heard) {
    this.#collected.set(heard, this.#count);
    this.#count += heard.length;
    if (this.#count < this.#collected.length) return;
    this.port.postMessage(this.#collected.slice());
    this.#count = 0;
  }
}

registerProcessor("collect-samples", CollectSamples);
